-- Reads received, parts, numbered_names, households. Makes: what tells whose a row is, in numbers where it is words.
-- `whole_birth`: the day is known, and not 1 January, which is written where it is not; `day_written`: as a day, be it
-- 1 January; `male` is empty where the sex is. One row is a row of a list.
SELECT
    r.rid, p.part, n.name_no, n.key_no, r.birth_date,
    r.birth_precision = 'day' AND NOT (month(r.birth_date) = 1 AND day(r.birth_date) = 1) AS whole_birth,
    r.birth_precision = 'day' AS day_written,
    r.sex = 'male' AS male,
    r.national_id, r.insurance_number, h.household_no
FROM received r
JOIN parts p
    ON p.list_no = r.list_no AND p.scheme IS NOT DISTINCT FROM r.scheme AND p.unit IS NOT DISTINCT FROM r.unit
    AND p.hamlet_name IS NOT DISTINCT FROM r.hamlet_name AND p.school IS NOT DISTINCT FROM r.school
    AND p.issued_in IS NOT DISTINCT FROM r.issued_in
JOIN numbered_names n ON n.name IS NOT DISTINCT FROM r.name AND n.name_key IS NOT DISTINCT FROM r.name_key
LEFT JOIN households h
    ON h.kind = p.kind AND h.unit IS NOT DISTINCT FROM r.unit
    AND h.hamlet_name IS NOT DISTINCT FROM r.hamlet_name AND h.household = r.household
