-- Reads rows, links. Makes: what is known of the persons so far. One row is one way in which a list
-- writes a person; two lists may write the same.
SELECT
    l.person, r.name, r.name_key, r.birth_date, r.birth_precision, r.sex, r.place, r.hamlet_name,
    r.national_id, r.insurance_number
FROM links l
JOIN rows r USING (rid)
