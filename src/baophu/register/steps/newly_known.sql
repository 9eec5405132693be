-- Reads rows, taken. Makes: what the rows that a pass took say of their persons. One row is a row of a list.
SELECT
    t.person, r.name, r.name_key, r.birth_date, r.birth_precision, r.sex, r.place, r.hamlet_name,
    r.national_id, r.insurance_number
FROM taken t
JOIN rows r USING (rid)
