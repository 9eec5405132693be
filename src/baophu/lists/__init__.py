"""The kinds of list, finding the table in a file, cleaning, checking, rejecting, keeping."""
