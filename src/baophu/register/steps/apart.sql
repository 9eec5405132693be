-- Reads decided, links. Makes: the persons that a row is not, as people decided. One row is a row and a person.
SELECT DISTINCT d.rid, l.person
FROM decided d
JOIN links l ON l.rid = d.other_rid
WHERE NOT d.same
