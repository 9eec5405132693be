-- Reads known. Makes: how many ways of writing residents have a folded name, in each place and (place 0) in the home.
-- One row is a place and a name.
SELECT place_no, key_no, count(*) AS ways
FROM known
WHERE place_no IS NOT NULL
GROUP BY place_no, key_no
UNION ALL
SELECT 0 AS place_no, key_no, count(*) AS ways
FROM known
GROUP BY key_no
