-- Reads uncovered (list, row), truth_rows, truth_people. Makes: by whether of a minority, people who are
-- uncovered, who were called so, and both.
WITH called AS (
    SELECT DISTINCT t.person FROM uncovered u JOIN truth_rows t USING (list, row)
)
SELECT
    p.minority,
    count(*) FILTER (WHERE p.uncovered) AS uncovered,
    count(c.person) AS called,
    count(c.person) FILTER (WHERE p.uncovered) AS rightly
FROM truth_people p
LEFT JOIN called c USING (person)
GROUP BY p.minority
