-- Reads open_rows, taken, known. Makes: what the rows that a pass took say of their persons, where no residents' list
-- says it: of the same national ID, name and birth date a row says nothing new. One row is a row of a list.
SELECT
    t.person, o.name_no, o.key_no, o.birth_date, o.whole_birth, o.day_written, o.male, o.national_id,
    o.place_no, o.hamlet_no, CASE WHEN o.resident THEN o.household_no END AS household_no, FALSE AS seed
FROM taken t
JOIN open_rows o USING (rid)
WHERE NOT (t.step = 'national_id' AND t.weight = 4) AND NOT EXISTS (
    SELECT 1 FROM known k
    WHERE k.seed AND k.person = t.person AND k.key_no IS NOT DISTINCT FROM o.key_no
        AND k.birth_date IS NOT DISTINCT FROM o.birth_date
        AND (o.national_id IS NULL OR k.national_id IS NOT DISTINCT FROM o.national_id)
)
