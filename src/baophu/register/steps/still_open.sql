-- Reads open_rows, taken. Makes: the rows that are nobody's yet after a pass. One row is a row of a list.
SELECT o.* FROM open_rows o
WHERE NOT EXISTS (SELECT 1 FROM taken t WHERE t.rid = o.rid)
