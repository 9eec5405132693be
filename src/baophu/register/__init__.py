"""Which rows are one person; households; spells; where each value came from."""
