"""The book of lists owed: who sends which list how often, what came, what is late."""
