"""The head of a document: who writes when to whom, what it is called and which documents it cites."""
