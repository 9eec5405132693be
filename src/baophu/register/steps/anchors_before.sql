-- Reads former_links (list, row, person, step), lists. Makes: the persons of an earlier build who live here or did, by the
-- residents' lists, under their smallest row. One row is a person.
SELECT f.person AS number, min(CAST(l.list_no AS BIGINT) * 2097152 + f.row) AS person
FROM former_links f
JOIN lists l USING (list)
WHERE f.step = 'resident'
GROUP BY f.person
