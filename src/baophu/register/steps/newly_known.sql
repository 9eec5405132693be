-- Reads open_rows, taken, known. Makes: what the rows that a pass took say of their persons, where no residents' list
-- says it: of the same national ID, name and birth date a row says nothing new, nor by a year of a date that is known.
-- They are known where they live. One row is a row of a list, twice where the residents' list has the person twice.
WITH said AS (
    SELECT t.person, o.*
    FROM taken t
    JOIN open_rows o USING (rid)
    WHERE NOT (t.step = 'national_id' AND t.weight = 4)
),
beside AS (
    SELECT
        s.rid, k.place_no, k.hamlet_no, k.household_no, k.key_no, k.national_id, k.birth_date AS home_birth,
        k.whole_birth AND NOT s.whole_birth AND year(k.birth_date) = year(s.birth_date) AS knows_the_day
    FROM said s
    JOIN known k ON k.person = s.person
    WHERE k.seed
),
told AS (
    SELECT
        s.*, b.rid IS NOT NULL AS lives_here, coalesce(b.knows_the_day, FALSE) AS knows_the_day,
        b.place_no AS home_place, b.hamlet_no AS home_hamlet, b.household_no AS home, b.home_birth,
        b.key_no IS NOT DISTINCT FROM s.key_no
            AND (b.home_birth IS NOT DISTINCT FROM s.birth_date OR coalesce(b.knows_the_day, FALSE))
            AND (s.national_id IS NULL OR b.national_id IS NOT DISTINCT FROM s.national_id) AS is_known
    FROM said s
    LEFT JOIN beside b USING (rid)
),
new_rids AS (
    SELECT rid FROM told GROUP BY rid HAVING NOT bool_or(lives_here AND is_known)
)
SELECT
    t.person, t.name_no, t.key_no,
    CASE WHEN t.knows_the_day THEN t.home_birth ELSE t.birth_date END AS birth_date,
    t.whole_birth OR t.knows_the_day AS whole_birth, t.day_written OR t.knows_the_day AS day_written,
    t.male, t.national_id,
    CASE WHEN t.lives_here THEN t.home_place ELSE t.place_no END AS place_no,
    CASE WHEN t.lives_here THEN t.home_hamlet ELSE t.hamlet_no END AS hamlet_no,
    CASE WHEN t.lives_here THEN t.home WHEN t.resident THEN t.household_no END AS household_no,
    FALSE AS seed
FROM told t
JOIN new_rids USING (rid)
