-- Reads candidates, open_rows, apart. Makes: the rows that exactly one person answers best; a candidate of an
-- exclusive pass is dropped where rows of several holders claim the person: two insurance numbers, two
-- national IDs, or two rows of one list that share neither. One row is a row and the person it is
-- of, with how well they agree.
WITH allowed AS (
    SELECT c.* FROM candidates c
    WHERE NOT EXISTS (SELECT 1 FROM apart a WHERE a.rid = c.rid AND a.person = c.person)
),
heaviest AS (
    SELECT rid, max(weight) AS weight FROM allowed GROUP BY rid
),
best AS (
    SELECT a.* FROM allowed a JOIN heaviest h ON h.rid = a.rid AND h.weight = a.weight
),
claims AS (
    SELECT
        b.person, o.list_no, o.insurance_number, o.national_id,
        coalesce(o.insurance_number, o.national_id, CAST(o.rid AS VARCHAR)) AS holder
    FROM best b
    JOIN open_rows o USING (rid)
    WHERE b.person IN (SELECT person FROM best WHERE exclusive)
),
holders_in_list AS (
    SELECT person, list_no, count(DISTINCT holder) AS holders FROM claims GROUP BY person, list_no
),
contested AS (
    SELECT person FROM claims
    GROUP BY person
    HAVING count(DISTINCT insurance_number) > 1 OR count(DISTINCT national_id) > 1
    UNION
    SELECT person FROM holders_in_list WHERE holders > 1
)
SELECT b.rid, min(b.person) AS person, min(b.step) AS step, min(b.weight) AS weight
FROM best b
LEFT JOIN contested x USING (person)
GROUP BY b.rid
HAVING min(b.person) = max(b.person)
    AND max(CASE WHEN b.exclusive AND x.person IS NOT NULL THEN 1 ELSE 0 END) = 0
