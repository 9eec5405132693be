-- Reads former_links (list, row, person, step), lists, links. Makes: the persons of an earlier build who live here by
-- the residents' lists that stand, under their smallest row. One row is a person.
SELECT f.person AS number, min(k.person) AS person
FROM former_links f
JOIN lists l USING (list)
JOIN links k ON k.rid = CAST(l.list_no AS BIGINT) * 2097152 + f.row
GROUP BY f.person
