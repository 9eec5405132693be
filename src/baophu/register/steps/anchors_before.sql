-- Reads former_links (list, row, person, step), lists. Makes: the persons of an earlier build who live here or did, by the
-- residents' lists, under their smallest row. One row is a person.
SELECT f.person AS number, min(l.row_zero + f.row) AS person
FROM former_links f
JOIN lists l USING (list)
WHERE f.step = 'resident'
GROUP BY f.person
