-- Reads rows, moment. Makes: the persons to begin with, from the residents' lists that stand on the day;
-- two rows are one person where the national ID and either the name or the birth date agree.
-- One row is a resident row and the person (the smallest such row) it is of.
WITH residents AS (
    SELECT r.* FROM rows r CROSS JOIN moment m
    WHERE r.kind = 'residents'
        AND (r.stands_from IS NULL OR r.stands_from <= m.day) AND (r.stands_to IS NULL OR m.day <= r.stands_to)
)
SELECT
    r.rid, coalesce(min(o.rid), r.rid) AS person,
    'resident' AS step, 100 AS score
FROM residents r
LEFT JOIN residents o
    ON o.national_id = r.national_id AND o.rid < r.rid
    AND (o.name_key = r.name_key OR o.birth_date = r.birth_date)
GROUP BY r.rid
