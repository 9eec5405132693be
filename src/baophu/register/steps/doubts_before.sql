-- Reads former_doubts (list, row, person, step, score, agreed), lists, open_rows, anchors_before. Makes: the residents
-- whom rows may be of that turns before the last gave to nobody. One row is a row and a person.
SELECT o.rid, a.person, f.step, f.score, f.agreed
FROM former_doubts f
JOIN lists l USING (list)
JOIN open_rows o ON o.rid = l.row_zero + f.row
JOIN anchors_before a ON a.number = f.person
