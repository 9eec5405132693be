-- Reads candidates, open_rows. Makes: the rows that exactly one person answers best; a candidate of an
-- exclusive pass is dropped where rows of several holders claim the person: two insurance numbers, two
-- national IDs, or two rows of one list that share neither. One row is a row and the person it is of.
WITH best AS (
    SELECT c.*, o.list_no, o.insurance_number, o.national_id
    FROM candidates c
    JOIN open_rows o USING (rid)
    QUALIFY c.weight = max(c.weight) OVER (PARTITION BY c.rid)
),
holders_in_list AS (
    SELECT person, list_no, count(DISTINCT entity) AS holders FROM best GROUP BY person, list_no
),
contested AS (
    SELECT person FROM best
    GROUP BY person
    HAVING count(DISTINCT insurance_number) > 1 OR count(DISTINCT national_id) > 1
    UNION
    SELECT person FROM holders_in_list WHERE holders > 1
)
SELECT
    b.rid, min(b.person) AS person, min(b.step) AS step, min(b.score) AS score
FROM best b
LEFT JOIN contested x USING (person)
GROUP BY b.rid
HAVING min(b.person) = max(b.person)
    AND max(CASE WHEN b.exclusive AND x.person IS NOT NULL THEN 1 ELSE 0 END) = 0
