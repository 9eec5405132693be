-- Reads open_rows, known. Makes: candidates with the same insurance number whose name or birth date agrees
-- too. One row is a row of a list and a person it may be.
SELECT
    o.rid, o.entity, k.person, 'insurance_number' AS step, 98 AS score, FALSE AS exclusive,
    max(CASE WHEN o.name_key = k.name_key THEN 2 ELSE 0 END
        + CASE WHEN o.birth_date = k.birth_date THEN 2 ELSE 0 END) AS weight
FROM open_rows o
JOIN known k ON k.insurance_number = o.insurance_number
WHERE o.name_key = k.name_key
    OR o.birth_date = k.birth_date
    OR (year(o.birth_date) = year(k.birth_date) AND levenshtein(o.name_key, k.name_key) <= 2)
GROUP BY o.rid, o.entity, k.person
