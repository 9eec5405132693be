-- Reads rows, parts, repeats. Makes: the rows of later lists that say something new. One row is a row of a list.
SELECT r.*, p.list_no, p.batch, FALSE AS resident, p.place_no, p.hamlet_no
FROM rows r
JOIN parts p USING (part)
WHERE p.batch > 1 AND NOT EXISTS (SELECT 1 FROM repeats e WHERE e.rid = r.rid)
