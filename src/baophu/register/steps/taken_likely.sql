-- Reads chances, open_rows, limits. Makes: the rows that are of a person as good as surely, never where national IDs
-- differ. Of several rows of a list for one person the likeliest is taken; where rows of several holders are equally
-- likely, none. One row is a row and the person it is of.
WITH claims AS (
    SELECT
        c.rid, c.person, c.weight, c.chance, o.list_no,
        coalesce(o.insurance_number, o.national_id, CAST(o.rid AS VARCHAR)) AS holder
    FROM chances c
    JOIN open_rows o USING (rid)
    CROSS JOIN limits m
    WHERE c.chance >= CASE WHEN c.plain THEN m.sure_plain ELSE m.sure END AND NOT c.other_id
),
heaviest AS (
    SELECT person, list_no, max(weight) AS weight FROM claims GROUP BY person, list_no
),
single AS (
    SELECT c.person, c.list_no, c.weight
    FROM claims c
    JOIN heaviest h USING (person, list_no, weight)
    GROUP BY c.person, c.list_no, c.weight
    HAVING min(c.holder) = max(c.holder)
)
SELECT c.rid, c.person, 'likely' AS step, CAST(c.chance // 100 AS INTEGER) AS score, c.weight
FROM claims c
JOIN single s USING (person, list_no, weight)
