-- Reads truth_people, residents, later_rows, change. Makes: the people as they were, with who is uncovered on
-- the later day. One row is a person.
WITH running AS (
    SELECT DISTINCT person FROM later_rows CROSS JOIN change c WHERE "from" <= c.day AND c.day <= "to"
)
SELECT
    t.* REPLACE (
        r.residence IS NOT NULL AND r.residence IN ('permanent', 'temporary') AND c.person IS NULL AS uncovered
    )
FROM truth_people t
LEFT JOIN residents r USING (person)
LEFT JOIN running c USING (person)
