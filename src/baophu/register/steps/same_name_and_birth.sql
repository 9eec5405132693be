-- Reads open_rows, known, held, same_list, numbered_names. Makes: rows and persons of one place with the same folded name
-- and the same full birth date, where neither sex nor national ID speaks against it, the person holds no other insurance
-- number and is not named by the list already. An ID of the old nine digits says nothing, nor one that is somebody
-- else's, unless of one of that birth date or of that name and year: a twin. Where somebody of the household was born on
-- that day too, or a namesake in that year of whom no more is known, the spelling has to be the same. Whether there is
-- such a rival, the hamlet is the same, and whether the names are spelled the same to the last sign. One row is a row of a list and a person.
WITH alike AS (
    SELECT
        o.rid, k.person, o.key_no, o.birth_date, o.place_no, k.household_no, o.national_id,
        o.hamlet_no = k.hamlet_no AS same_hamlet, o.name_no = k.name_no AND NOT m.bare AS same_spelling,
        o.male = k.male AS same_sex,
        length(o.national_id) = length(k.national_id) AND levenshtein(o.national_id, k.national_id) > 2 AS other_id
    FROM open_rows o
    JOIN known k ON k.key_no = o.key_no AND k.birth_date = o.birth_date AND k.place_no = o.place_no
    JOIN numbered_names m ON m.name_no = o.name_no
    WHERE o.whole_birth AND k.whole_birth
        AND NOT EXISTS (
            SELECT 1 FROM held h
            WHERE h.person = k.person AND h.insurance_number <> o.insurance_number
        )
        AND NOT EXISTS (
            SELECT 1 FROM same_list s
            WHERE s.person = k.person AND s.list_no = o.list_no AND o.insurance_number IS NULL
        )
),
owned AS (
    SELECT
        a.rid, a.person,
        max(CASE WHEN i.birth_date = a.birth_date
            OR (i.key_no = a.key_no AND year(i.birth_date) = year(a.birth_date)) THEN 1 ELSE 0 END) AS by_alike
    FROM alike a
    JOIN known i ON i.national_id = a.national_id
    WHERE i.person <> a.person
    GROUP BY a.rid, a.person
),
rivals AS (
    SELECT DISTINCT a.rid, a.person
    FROM alike a
    JOIN known t ON t.household_no = a.household_no AND t.birth_date = a.birth_date
    WHERE t.person <> a.person
    UNION
    SELECT DISTINCT a.rid, a.person
    FROM alike a
    JOIN known z ON z.key_no = a.key_no AND z.place_no = a.place_no AND year(z.birth_date) = year(a.birth_date)
    WHERE NOT z.whole_birth AND z.person <> a.person
)
SELECT
    a.rid, a.person,
    max(CASE WHEN a.same_hamlet THEN 1 ELSE 0 END) AS same_hamlet,
    max(CASE WHEN r.rid IS NOT NULL THEN 1 ELSE 0 END) AS has_rival,
    max(CASE WHEN a.same_spelling THEN 2 ELSE 0 END) + max(CASE WHEN a.same_sex THEN 1 ELSE 0 END) AS weight
FROM alike a
LEFT JOIN owned n ON n.rid = a.rid AND n.person = a.person
LEFT JOIN rivals r ON r.rid = a.rid AND r.person = a.person
GROUP BY a.rid, a.person
HAVING max(CASE WHEN NOT a.same_sex THEN 1 ELSE 0 END) = 0
    AND max(CASE WHEN n.by_alike = 1 OR (a.other_id AND n.rid IS NULL) THEN 1 ELSE 0 END) = 0
    AND max(CASE WHEN r.rid IS NULL OR a.same_spelling THEN 1 ELSE 0 END) = 1
