-- Reads inside, differing. Makes: both rows of every pair that differs. One row is a row of a list.
WITH twice AS (
    SELECT place, now_rid AS rid FROM differing
    UNION ALL
    SELECT place, before_rid AS rid FROM differing
)
SELECT b.place, i.* EXCLUDE (rid)
FROM twice b
JOIN inside i USING (rid)
