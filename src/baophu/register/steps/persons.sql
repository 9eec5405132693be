-- Reads links, anchored, given_numbers (number, list, row). Makes: the number of each person: the smallest that an
-- earlier build gave to one of the person's rows, else the next free ones in the order of the rows. One row is a
-- person.
WITH given AS (
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
