-- Reads later_rows, turn, links. Makes: the rows of later lists up to this turn that are nobody's yet. One row is a row of
-- a list.
SELECT r.*
FROM later_rows r
JOIN turn t ON r.batch <= t.batch
WHERE NOT EXISTS (SELECT 1 FROM links l WHERE l.rid = r.rid)
