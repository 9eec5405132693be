-- Reads given_numbers (number, list, row), lists, links, carried_over. Makes: whose each number is that an earlier build
-- gave, by the row it is anchored in. One row is a number whose row is in a list.
SELECT g.number, k.person AS anchor
FROM given_numbers g
JOIN lists l ON l.list = g.list
JOIN links k ON k.rid = l.row_zero + g.row
UNION ALL
SELECT number, anchor FROM carried_over
