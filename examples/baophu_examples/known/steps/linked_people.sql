-- Reads links (list, row, person), truth_rows (list, row, kind, person). Makes: whose rows the linkage put
-- together. One row is a person of the linkage and a true one, with whether a residents' list names them.
SELECT
    l.person AS made, t.person, max(CASE WHEN t.kind = 'residents' THEN 1 ELSE 0 END) AS is_resident
FROM links l
JOIN truth_rows t USING (list, row)
GROUP BY l.person, t.person
