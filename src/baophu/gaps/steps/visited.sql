-- Reads visits (person, scheme, outcome, visited_on, promise_on, sequence, counts_from), given_numbers,
-- numbered_rows, carried_over, persons, people. Makes: the last visit to each person about each scheme, under
-- the number that the person bears now. One row is a person and a scheme.
WITH visited_numbers AS (
    SELECT DISTINCT person AS number FROM visits
),
borne AS (
    SELECT g.number, n.person FROM visited_numbers v
    JOIN given_numbers g USING (number)
    JOIN numbered_rows n ON n.list = g.list AND n.row = g.row
    UNION
    SELECT c.number, p.person FROM visited_numbers v
    JOIN carried_over c USING (number)
    JOIN persons p USING (anchor)
)
SELECT p.person, v.scheme, v.outcome, v.visited_on, v.promise_on, v.counts_from, p.unit, p.hamlet
FROM visits v
JOIN borne b ON b.number = v.person
JOIN people p ON p.person = b.person
QUALIFY row_number() OVER (PARTITION BY p.person, v.scheme ORDER BY v.visited_on DESC, v.sequence DESC) = 1
