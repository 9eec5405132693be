-- Reads people, residents_now, covered_now, gaps, indexed_places, indexed_sources. Makes: who each person is and
-- whether they are covered by health insurance: `status` is covered, the list on which they are to be reached, not_resident, or
-- awaits_card where a visit brought the payment or a card begins later;
-- `household_key` stands for the household they live in on the day. One row is a person.
WITH to_reach AS (
    SELECT person, min(why) AS why FROM gaps
    WHERE scheme = 'BHYT' AND why IN ('uncovered', 'lapsed', 'due', 'verify', 'elsewhere')
    GROUP BY person
)
SELECT
    p.person, p.name, p.name_key, p.birth_date, p.birth_precision, p.sex, p.national_id, p.insurance_number,
    p.ethnicity, p.household, p.relation, p.phone, w.place, p.residence, p.first_seen, p.last_seen,
    l.list_number, p.row, r.household_key,
    CASE WHEN t.why IS NOT NULL THEN t.why WHEN r.person IS NULL THEN 'not_resident'
        WHEN c.person IS NOT NULL THEN 'covered' ELSE 'awaits_card' END AS status
FROM people p
JOIN indexed_places w ON w.unit IS NOT DISTINCT FROM p.unit AND w.hamlet IS NOT DISTINCT FROM p.hamlet
JOIN indexed_sources l USING (list)
LEFT JOIN residents_now r USING (person)
LEFT JOIN to_reach t USING (person)
LEFT JOIN covered_now c ON c.person = p.person AND c.scheme = 'BHYT'
