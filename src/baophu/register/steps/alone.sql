-- Reads open_rows, links. Makes: persons of the rows that nobody answered: those with the same insurance number,
-- else the same national ID, else the n-th of that name, birth date and place on each list, are one.
-- One row is a row and its person.
WITH counted AS (
    SELECT
        o.*,
        row_number() OVER (
            PARTITION BY list_no, key_no, birth_date, place_no, insurance_number, national_id ORDER BY rid) AS namesake
    FROM open_rows o
    WHERE NOT EXISTS (SELECT 1 FROM links l WHERE l.rid = o.rid)
)
SELECT
    rid,
    min(rid) OVER (PARTITION BY insurance_number,
        CASE WHEN insurance_number IS NULL THEN national_id END,
        CASE WHEN insurance_number IS NULL AND national_id IS NULL THEN key_no END,
        CASE WHEN insurance_number IS NULL AND national_id IS NULL THEN birth_date END,
        CASE WHEN insurance_number IS NULL AND national_id IS NULL THEN place_no END,
        CASE WHEN insurance_number IS NULL AND national_id IS NULL THEN namesake END,
        CASE WHEN insurance_number IS NULL AND national_id IS NULL AND birth_date IS NULL THEN rid END) AS person,
    'on_no_resident_list' AS step
FROM counted
