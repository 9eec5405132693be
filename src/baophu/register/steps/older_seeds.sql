-- Reads open_rows. Makes: persons of the residents whom only lists of an earlier time name; rows of several such
-- lists are one person where the national ID is the same, else the n-th of that name, birth date and hamlet.
-- One row is a row of an older residents' list and the person (the smallest such row) it is of.
WITH counted AS (
    SELECT
        rid, national_id, key_no, birth_date, place_no, hamlet_no,
        row_number() OVER (
            PARTITION BY list_no, key_no, birth_date, place_no, hamlet_no ORDER BY household_no, rid) AS namesake
    FROM open_rows
    WHERE resident
)
SELECT
    rid,
    min(rid) OVER (PARTITION BY national_id,
        CASE WHEN national_id IS NULL THEN key_no END, CASE WHEN national_id IS NULL THEN birth_date END,
        CASE WHEN national_id IS NULL THEN place_no END, CASE WHEN national_id IS NULL THEN hamlet_no END,
        CASE WHEN national_id IS NULL THEN namesake END,
        CASE WHEN national_id IS NULL AND birth_date IS NULL THEN rid END) AS person,
    'resident' AS step, 0 AS weight
FROM counted
