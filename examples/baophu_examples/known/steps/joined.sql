-- Reads links, linked_people, truth_rows, truth_people. Makes: for the insurer's rows, counted by whether of a
-- minority: rows of residents, rows that were put to their own resident, and to a resident who is another.
WITH residents AS (
    SELECT made, person FROM linked_people WHERE is_resident = 1
),
answered AS (
    SELECT
        t.list, t.row,
        max(CASE WHEN r.person = t.person THEN 1 ELSE 0 END) AS own,
        max(CASE WHEN r.person <> t.person THEN 1 ELSE 0 END) AS another
    FROM truth_rows t
    JOIN links l USING (list, row)
    LEFT JOIN residents r ON r.made = l.person
    WHERE t.kind = 'participants'
    GROUP BY t.list, t.row
)
SELECT
    p.minority,
    count(*) FILTER (WHERE p.resident) AS of_residents,
    count(*) FILTER (WHERE a.own = 1) AS own,
    count(*) FILTER (WHERE a.another = 1) AS another
FROM truth_rows t
JOIN truth_people p USING (person)
LEFT JOIN answered a USING (list, row)
WHERE t.kind = 'participants'
GROUP BY p.minority
