-- Reads inside, pairs. Makes: the rows of the newer list that stand on no older one. One row is such a row.
SELECT row_number() OVER (ORDER BY rid) AS place, * EXCLUDE (rid)
FROM inside
WHERE side = 'now' AND rid NOT IN (SELECT now_rid FROM pairs)
