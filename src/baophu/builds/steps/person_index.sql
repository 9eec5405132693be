-- Reads people, residents_now, covered_now, gaps. Makes: the narrow table for look-ups. `status` is covered,
-- a list of people to reach, or not_resident. One row is a person.
WITH to_reach AS (
    SELECT person, min(why) AS why FROM gaps
    WHERE scheme = 'BHYT' AND why IN ('uncovered', 'lapsed', 'verify', 'elsewhere')
    GROUP BY person
)
SELECT
    p.person, p.national_id, p.insurance_number, p.name_key, p.unit, p.hamlet,
    CASE WHEN t.why IS NOT NULL THEN t.why WHEN r.person IS NULL THEN 'not_resident' ELSE 'covered' END AS status
FROM people p
LEFT JOIN residents_now r USING (person)
LEFT JOIN to_reach t USING (person)
