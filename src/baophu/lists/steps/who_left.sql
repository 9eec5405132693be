-- Reads inside, pairs. Makes: the rows of the older lists that stand no more on the newer one. One row is
-- such a row.
SELECT row_number() OVER (ORDER BY rid) AS place, * EXCLUDE (rid)
FROM inside
WHERE side = 'before' AND rid NOT IN (SELECT before_rid FROM pairs)
