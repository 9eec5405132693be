-- Reads links, rows, given_numbers (number, list, row), carried_over. Makes: the number of each person: the
-- smallest that an earlier build gave to one of the person's rows, else the next free ones in the order of the
-- rows. One row is a person.
WITH anchored AS (
    SELECT l.person AS anchor, g.number
    FROM given_numbers g
    JOIN rows r ON r.list = g.list AND r.row = g.row
    JOIN links l USING (rid)
    UNION ALL
    SELECT anchor, number FROM carried_over
),
given AS (
    SELECT anchor, min(number) AS number FROM anchored GROUP BY anchor
),
anchors AS (
    SELECT DISTINCT person AS anchor FROM links
),
last_number AS (
    SELECT coalesce(max(number), 0) AS number FROM given_numbers
)
SELECT
    a.anchor,
    coalesce(g.number, n.number + row_number() OVER (PARTITION BY g.number IS NULL ORDER BY a.anchor)) AS person,
    g.number IS NULL AS is_new
FROM anchors a
CROSS JOIN last_number n
LEFT JOIN given g USING (anchor)
