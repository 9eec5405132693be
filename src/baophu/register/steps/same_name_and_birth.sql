-- Reads open_rows, known, numbered. Makes: rows and persons with the same folded name and the same full
-- birth date, where neither sex nor national ID speaks against it; how near their places are, whether the
-- names are spelled the same to the last sign, and whether the person holds another insurance number already.
-- One row is a row of a list and a person.
SELECT
    o.rid, o.entity, k.person,
    max(CASE WHEN o.place = k.place THEN 1 ELSE 0 END) AS same_place,
    max(CASE WHEN o.place = k.place AND o.hamlet_name = k.hamlet_name THEN 1 ELSE 0 END) AS same_hamlet,
    max(CASE WHEN o.name = k.name THEN 1 ELSE 0 END) AS same_spelling,
    max(CASE WHEN o.sex = k.sex THEN 1 ELSE 0 END) AS same_sex,
    max(CASE WHEN o.insurance_number IS NULL OR n.person IS NULL
        OR (n.first_number = o.insurance_number AND n.last_number = o.insurance_number)
        THEN 0 ELSE 1 END) AS other_number
FROM open_rows o
JOIN known k ON k.name_key = o.name_key AND k.birth_date = o.birth_date
LEFT JOIN numbered n ON n.person = k.person
WHERE o.birth_precision = 'day' AND k.birth_precision = 'day'
GROUP BY o.rid, o.entity, k.person
HAVING max(CASE WHEN o.sex <> k.sex THEN 1 ELSE 0 END) = 0
    AND max(CASE WHEN levenshtein(o.national_id, k.national_id) > 2 THEN 1 ELSE 0 END) = 0
