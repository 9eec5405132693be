-- Reads rows, parts. Makes: rows that say of somebody to the letter what one row of an earlier list of the kind said, and
-- no other row of that list: they are whose that row is (`of_rid`). One row is a row of a later list.
WITH placed AS (
    SELECT r.*, p.kind, p.batch, p.list_no, p.place_no, p.hamlet_no
    FROM rows r
    JOIN parts p USING (part)
    WHERE p.kind IN (SELECT kind FROM parts WHERE batch > 1)
),
alike AS (
    SELECT
        kind, name_no, birth_date, whole_birth, day_written, male, national_id, insurance_number, place_no, hamlet_no,
        household_no, list_no, min(batch) AS batch, min(rid) AS rid, count(*) AS times
    FROM placed
    GROUP BY ALL
),
firsts AS (
    SELECT
        kind, name_no, birth_date, whole_birth, day_written, male, national_id, insurance_number, place_no, hamlet_no,
        household_no, min(batch) AS batch, min(rid) AS of_rid
    FROM alike
    GROUP BY ALL
    HAVING max(batch) > min(batch) AND arg_min(times, rid) = 1
)
SELECT p.rid, f.of_rid
FROM placed p
JOIN firsts f
    ON f.kind = p.kind AND f.name_no = p.name_no AND f.birth_date IS NOT DISTINCT FROM p.birth_date
    AND f.day_written IS NOT DISTINCT FROM p.day_written AND f.male IS NOT DISTINCT FROM p.male
    AND f.national_id IS NOT DISTINCT FROM p.national_id
    AND f.insurance_number IS NOT DISTINCT FROM p.insurance_number
    AND f.place_no IS NOT DISTINCT FROM p.place_no AND f.hamlet_no IS NOT DISTINCT FROM p.hamlet_no
    AND f.household_no IS NOT DISTINCT FROM p.household_no
WHERE p.batch > f.batch
