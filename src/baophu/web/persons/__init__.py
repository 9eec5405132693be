"""One person, their household, and the rows that tell of them."""
