-- Reads rows, parts, links. Makes: the rows of first lists that are nobody's yet. One row is a row of a list.
SELECT r.*, p.list_no, p.batch, p.kind = 'residents' AS resident, p.place_no, p.hamlet_no
FROM rows r
JOIN parts p USING (part)
WHERE p.batch = 1 AND NOT EXISTS (SELECT 1 FROM links l WHERE l.rid = r.rid)
