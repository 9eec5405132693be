-- Reads rows, parts, decided. Makes: the persons to begin with, from the residents' lists that stand on the day; two
-- rows are one person where the national ID and either the name or the birth date agree, or where one household
-- names the same name and the same full birth date twice; and so are rows that others join like this.
-- One row is a resident row and the person (the smallest such row) it is of.
WITH RECURSIVE residents AS (
    SELECT r.*
    FROM rows r
    JOIN parts p USING (part)
    WHERE p.kind = 'residents' AND p.stands
),
again AS (
    SELECT r.rid, o.rid AS first_rid
    FROM residents r
    JOIN residents o
        ON o.national_id = r.national_id AND o.rid < r.rid
        AND (o.key_no = r.key_no OR (o.birth_date = r.birth_date AND o.whole_birth))
    UNION ALL
    SELECT r.rid, o.rid AS first_rid
    FROM residents r
    JOIN residents o
        ON o.household_no = r.household_no AND o.name_no = r.name_no
        AND o.birth_date = r.birth_date AND o.rid < r.rid
    WHERE r.day_written AND o.day_written
        AND (o.national_id IS NULL OR r.national_id IS NULL OR o.national_id = r.national_id)
        AND (o.male IS NULL OR r.male IS NULL OR o.male = r.male)
),
twice AS (
    SELECT a.rid, a.first_rid FROM again a
    WHERE NOT EXISTS (SELECT 1 FROM decided d WHERE NOT d.same AND d.rid = a.rid AND d.other_rid = a.first_rid)
),
both_ways AS (
    SELECT rid, first_rid AS other_rid FROM twice
    UNION ALL
    SELECT first_rid AS rid, rid AS other_rid FROM twice
),
together AS (
    SELECT rid, other_rid FROM both_ways
    UNION
    SELECT t.rid, b.other_rid FROM together t JOIN both_ways b ON b.rid = t.other_rid
),
firsts AS (
    SELECT rid, min(other_rid) AS person FROM together GROUP BY rid
)
SELECT r.rid, coalesce(f.person, r.rid) AS person, 'resident' AS step
FROM residents r
LEFT JOIN firsts f ON f.rid = r.rid
