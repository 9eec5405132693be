-- Reads open_rows, known, numbered. Makes: candidates of the same hamlet and full birth date whose names of
-- some length differ by one letter. One row is a row and a person.
SELECT
    o.rid, o.entity, k.person, 'near_name_birth_hamlet' AS step, 80 AS score, TRUE AS exclusive,
    max(CASE WHEN o.sex = k.sex THEN 1 ELSE 0 END) AS weight
FROM open_rows o
JOIN known k
    ON k.birth_date = o.birth_date AND k.place = o.place AND k.hamlet_name = o.hamlet_name
LEFT JOIN numbered n ON n.person = k.person
WHERE o.birth_precision = 'day' AND k.birth_precision = 'day'
    AND length(o.name_key) >= 8 AND levenshtein(o.name_key, k.name_key) = 1
    AND (o.insurance_number IS NULL OR n.person IS NULL OR n.first_number = o.insurance_number)
GROUP BY o.rid, o.entity, k.person
HAVING max(CASE WHEN o.sex <> k.sex THEN 1 ELSE 0 END) = 0
    AND max(CASE WHEN levenshtein(o.national_id, k.national_id) > 2 THEN 1 ELSE 0 END) = 0
