"""Files as text: Word, PDF, web pages and plain text, with their lines, tables and letterheads in order."""
