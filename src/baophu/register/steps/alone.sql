-- Reads open_rows. Makes: persons of the rows that nobody answered: those with the same insurance number,
-- else the same national ID, else the same name, birth date and place, are one.
-- One row is a row and its person.
SELECT
    rid,
    min(rid) OVER (PARTITION BY CASE
        WHEN insurance_number IS NOT NULL THEN 'i' || insurance_number
        WHEN national_id IS NOT NULL THEN 'n' || national_id
        ELSE 'b' || name_key || '|' || coalesce(CAST(birth_date AS VARCHAR), CAST(rid AS VARCHAR))
            || '|' || coalesce(place, '') END) AS person,
    'on_no_resident_list' AS step, 100 AS score
FROM open_rows
