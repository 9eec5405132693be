-- Reads rows, links. Makes: the rows that are nobody's yet. One row is a row of a list.
SELECT r.*, coalesce(r.insurance_number, r.national_id, CAST(r.rid AS VARCHAR)) AS entity
FROM rows r
WHERE NOT EXISTS (SELECT 1 FROM links l WHERE l.rid = r.rid)
