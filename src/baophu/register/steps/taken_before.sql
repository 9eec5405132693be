-- Reads former_links, lists, anchors_before, open_rows. Makes: the rows that turns before the last gave to
-- residents.
-- One row is a row and the person it is of.
SELECT o.rid, a.person, f.step, 0 AS weight
FROM former_links f
JOIN lists l USING (list)
JOIN open_rows o ON o.rid = l.row_zero + f.row
JOIN anchors_before a ON a.number = f.person
