-- Reads received_lists. Makes: the number of each list, by the order of receipt. One row is a list.
SELECT sequence AS list_number, id AS list FROM received_lists
