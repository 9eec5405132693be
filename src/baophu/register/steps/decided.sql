-- Reads decided_pairs. Makes: which rows are one person, and which are not. One row is a pair of rows, in each order.
SELECT rid, other_rid, effect = 'same' AS same FROM decided_pairs WHERE effect <> 'proposed'
