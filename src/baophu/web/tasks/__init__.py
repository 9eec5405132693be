"""Tasks on pages: how they stand by office, lists of them, one of them, one's own."""
