-- Reads rows, parts, turn, repeats. Makes: rows of the turn that say of somebody to the letter what one row of an earlier
-- list of the kind said, and no other: they are whose that row is (`of_rid`). One row is a row of a list.
WITH placed AS (
    SELECT r.*, p.kind, p.batch, coalesce(p.hamlet_no, -p.place_no) AS spot
    FROM rows r
    JOIN parts p USING (part)
    WHERE p.kind IN (SELECT q.kind FROM parts q JOIN turn t USING (batch))
)
SELECT n.rid, min(e.rid) AS of_rid
FROM placed n
JOIN turn t ON n.batch = t.batch
JOIN placed e
    ON e.kind = n.kind AND e.batch < n.batch AND e.name_no = n.name_no
    AND e.birth_date IS NOT DISTINCT FROM n.birth_date AND e.insurance_number IS NOT DISTINCT FROM n.insurance_number
    AND e.national_id IS NOT DISTINCT FROM n.national_id AND e.spot IS NOT DISTINCT FROM n.spot
    AND e.day_written IS NOT DISTINCT FROM n.day_written AND e.male IS NOT DISTINCT FROM n.male
    AND e.household_no IS NOT DISTINCT FROM n.household_no
WHERE NOT EXISTS (SELECT 1 FROM repeats x WHERE x.rid = e.rid)
GROUP BY n.rid
HAVING count(*) = 1
