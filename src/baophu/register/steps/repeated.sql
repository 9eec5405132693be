-- Reads repeats, links. Makes: the persons of rows that repeat others. One row is a row of a list.
SELECT e.rid, l.person, l.step
FROM repeats e
JOIN links l ON l.rid = e.of_rid
WHERE NOT EXISTS (SELECT 1 FROM links k WHERE k.rid = e.rid)
