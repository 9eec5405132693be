-- Reads open_rows, taken, known. Makes: what the rows that a pass took say of their persons, where no residents' list
-- says it: of the same national ID, name and birth date a row says nothing new. They are known where they live. One row
-- is a row of a list, twice where the residents' list has the person twice.
WITH news AS (
    SELECT t.person, o.*
    FROM taken t
    JOIN open_rows o USING (rid)
    WHERE NOT (t.step = 'national_id' AND t.weight = 4) AND NOT EXISTS (
        SELECT 1 FROM known k
        WHERE k.seed AND k.person = t.person AND k.key_no IS NOT DISTINCT FROM o.key_no
            AND k.birth_date IS NOT DISTINCT FROM o.birth_date
            AND (o.national_id IS NULL OR k.national_id IS NOT DISTINCT FROM o.national_id)
    )
)
SELECT
    n.person, n.name_no, n.key_no, n.birth_date, n.whole_birth, n.day_written, n.male, n.national_id,
    CASE WHEN h.person IS NULL THEN n.place_no ELSE h.place_no END AS place_no,
    CASE WHEN h.person IS NULL THEN n.hamlet_no ELSE h.hamlet_no END AS hamlet_no,
    CASE WHEN h.person IS NULL AND n.resident THEN n.household_no ELSE h.household_no END AS household_no,
    FALSE AS seed
FROM news n
LEFT JOIN known h ON h.person = n.person AND h.seed
