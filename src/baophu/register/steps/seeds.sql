-- Reads rows, moment. Makes: the persons to begin with, from the residents' lists that stand on the day; two
-- rows are one person where the national ID and either the name or the birth date agree, or where one household
-- names the same name and the same full birth date twice.
-- One row is a resident row and the person (the smallest such row) it is of.
WITH residents AS (
    SELECT r.* FROM rows r CROSS JOIN moment m
    WHERE r.kind = 'residents'
        AND (r.stands_from IS NULL OR r.stands_from <= m.day) AND (r.stands_to IS NULL OR m.day <= r.stands_to)
),
again AS (
    SELECT r.rid, o.rid AS first_rid
    FROM residents r
    JOIN residents o
        ON o.national_id = r.national_id AND o.rid < r.rid
        AND (o.name_key = r.name_key OR o.birth_date = r.birth_date)
    UNION ALL
    SELECT r.rid, o.rid AS first_rid
    FROM residents r
    JOIN residents o
        ON o.unit = r.unit AND o.household = r.household AND o.name = r.name AND o.birth_date = r.birth_date
        AND o.rid < r.rid
    WHERE r.birth_precision = 'day' AND o.birth_precision = 'day'
        AND coalesce(o.hamlet_name, '') = coalesce(r.hamlet_name, '')
        AND (o.national_id IS NULL OR r.national_id IS NULL OR o.national_id = r.national_id)
        AND (o.sex IS NULL OR r.sex IS NULL OR o.sex = r.sex)
),
firsts AS (
    SELECT r.rid, coalesce(min(a.first_rid), r.rid) AS person
    FROM residents r
    LEFT JOIN again a USING (rid)
    GROUP BY r.rid
)
SELECT f.rid, coalesce(o.person, f.person) AS person, 'resident' AS step, 100 AS score
FROM firsts f
LEFT JOIN firsts o ON o.rid = f.person
