"""Pages of directives: handed in, read, judged item by item, and who has read them."""
