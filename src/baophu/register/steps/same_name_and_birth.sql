-- Reads open_rows, known, held. Makes: rows and persons of one place with the same folded name and the
-- same full birth date, where neither sex nor national ID speaks against it and the person holds no other insurance
-- number; an ID that is somebody else's, or of the old nine digits, says nothing. Whether the hamlet is the same too,
-- and whether the names are spelled the same to the last sign. One row is a row of a list and a person.
WITH alike AS (
    SELECT
        o.rid, k.person, o.hamlet_no = k.hamlet_no AS same_hamlet, o.name_no = k.name_no AS same_spelling,
        o.male = k.male AS same_sex, o.national_id,
        length(o.national_id) = length(k.national_id) AND levenshtein(o.national_id, k.national_id) > 2 AS other_id
    FROM open_rows o
    JOIN known k ON k.key_no = o.key_no AND k.birth_date = o.birth_date AND k.place_no = o.place_no
    WHERE o.whole_birth AND k.whole_birth
        AND NOT EXISTS (
            SELECT 1 FROM held h
            WHERE h.person = k.person AND h.insurance_number <> o.insurance_number
        )
)
SELECT
    rid, person,
    max(CASE WHEN same_hamlet THEN 1 ELSE 0 END) AS same_hamlet,
    max(CASE WHEN same_spelling THEN 2 ELSE 0 END) + max(CASE WHEN same_sex THEN 1 ELSE 0 END) AS weight
FROM alike a
GROUP BY rid, person
HAVING max(CASE WHEN NOT same_sex THEN 1 ELSE 0 END) = 0
    AND max(CASE WHEN other_id
        AND NOT EXISTS (SELECT 1 FROM known i WHERE i.national_id = a.national_id) THEN 1 ELSE 0 END) = 0
