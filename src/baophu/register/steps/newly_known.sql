-- Reads open_rows, taken, known. Makes: what the rows that a pass took say of their persons, where no residents' list
-- says it: of the same national ID, name and birth date a row says nothing new. They are known where they live. One row
-- is a row of a list.
WITH homes AS (
    SELECT DISTINCT person, place_no, hamlet_no, household_no FROM known WHERE seed
)
SELECT
    t.person, o.name_no, o.key_no, o.birth_date, o.whole_birth, o.day_written, o.male, o.national_id,
    CASE WHEN h.person IS NULL THEN o.place_no ELSE h.place_no END AS place_no,
    CASE WHEN h.person IS NULL THEN o.hamlet_no ELSE h.hamlet_no END AS hamlet_no,
    CASE WHEN h.person IS NULL AND o.resident THEN o.household_no ELSE h.household_no END AS household_no,
    FALSE AS seed
FROM taken t
JOIN open_rows o USING (rid)
LEFT JOIN homes h ON h.person = t.person
WHERE NOT (t.step = 'national_id' AND t.weight = 4) AND NOT EXISTS (
    SELECT 1 FROM known k
    WHERE k.seed AND k.person = t.person AND k.key_no IS NOT DISTINCT FROM o.key_no
        AND k.birth_date IS NOT DISTINCT FROM o.birth_date
        AND (o.national_id IS NULL OR k.national_id IS NOT DISTINCT FROM o.national_id)
)
