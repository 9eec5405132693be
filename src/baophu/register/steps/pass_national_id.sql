-- Reads open_rows, known, numbered_keys. Makes: candidates with the same national ID whose name or birth date agrees
-- too. Where not both do, the ID may be of a twin or brother: nobody else of the place has both, and the sex is no
-- other. One row is a row of a list and a person it may be.
WITH agreeing AS (
    SELECT
        o.rid, k.person, o.key_no, o.birth_date, o.place_no,
        CASE
            WHEN o.key_no = k.key_no AND o.birth_date = k.birth_date THEN 4
            WHEN o.key_no = k.key_no AND year(o.birth_date) = year(k.birth_date)
                AND NOT (o.whole_birth AND k.whole_birth) THEN 3
            WHEN o.key_no = k.key_no OR o.birth_date = k.birth_date THEN 2
            ELSE 0
        END AS weight,
        coalesce(o.male <> k.male, FALSE) AS other_sex
    FROM open_rows o
    JOIN known k ON k.national_id = o.national_id
    JOIN numbered_keys a ON a.key_no = o.key_no
    JOIN numbered_keys b ON b.key_no = k.key_no
    WHERE o.key_no = k.key_no
        OR (o.birth_date = k.birth_date AND o.whole_birth)
        OR (year(o.birth_date) = year(k.birth_date) AND levenshtein(a.name_key, b.name_key) <= 2)
),
of_others AS (
    SELECT DISTINCT a.rid, a.person
    FROM agreeing a
    JOIN known z ON z.key_no = a.key_no AND z.birth_date = a.birth_date AND z.place_no = a.place_no
    WHERE a.weight < 3 AND z.person <> a.person
)
SELECT a.rid, a.person, 'national_id' AS step, FALSE AS exclusive, max(a.weight) AS weight
FROM agreeing a
WHERE a.weight >= 3
    OR (NOT a.other_sex AND NOT EXISTS (SELECT 1 FROM of_others x WHERE x.rid = a.rid AND x.person = a.person))
GROUP BY a.rid, a.person
