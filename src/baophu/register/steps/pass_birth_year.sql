-- Reads open_rows, known, numbered. Makes: candidates of the same hamlet and name where one side knows no
-- more of the birth date than its year. One row is a row and a person.
SELECT
    o.rid, o.entity, k.person, 'name_year_hamlet' AS step, 80 AS score, TRUE AS exclusive,
    max(CASE WHEN o.sex = k.sex THEN 1 ELSE 0 END) AS weight
FROM open_rows o
JOIN known k
    ON k.name_key = o.name_key AND k.place = o.place AND k.hamlet_name = o.hamlet_name
    AND year(k.birth_date) = year(o.birth_date)
LEFT JOIN numbered n ON n.person = k.person
WHERE (o.birth_precision <> 'day' OR k.birth_precision <> 'day')
    AND (o.insurance_number IS NULL OR n.person IS NULL OR n.first_number = o.insurance_number)
GROUP BY o.rid, o.entity, k.person
HAVING max(CASE WHEN o.sex <> k.sex THEN 1 ELSE 0 END) = 0
    AND max(CASE WHEN levenshtein(o.national_id, k.national_id) > 2 THEN 1 ELSE 0 END) = 0
