-- Reads numbered_rows, lists, open_doubts, residents_now, extents, home. Makes: how good each list is: its `rows`; those
-- `linked`, by step; rows in `doubt`; rows that name someone `again`, or an insurance number (`number_again`); of its
-- people those on no residents' list that stands (`not_resident`); of the residents of whom an insurer's list of
-- health insurance speaks those who are not on it (`absent`). `whole` is out of how many. One row is a figure of a list.
WITH by_step AS (
    SELECT list, step, count(*) AS rows FROM numbered_rows GROUP BY list, step
),
sizes AS (
    SELECT list, sum(rows) AS rows FROM by_step GROUP BY list
),
doubted AS (
    SELECT list, count(DISTINCT row) AS rows FROM open_doubts GROUP BY list
),
people AS (
    SELECT list, person, count(*) AS rows FROM numbered_rows GROUP BY list, person
),
twice AS (
    SELECT n.list, n.person, n.scheme, n.direction, count(*) AS rows
    FROM numbered_rows n
    JOIN (SELECT list, person FROM people WHERE rows > 1) p ON p.list = n.list AND p.person = n.person
    GROUP BY n.list, n.person, n.scheme, n.direction
),
again AS (
    SELECT list, sum(rows - 1) AS rows FROM twice GROUP BY list
),
numbers AS (
    SELECT list, scheme, count(insurance_number) AS rows, count(DISTINCT insurance_number) AS numbers
    FROM numbered_rows
    WHERE kind = 'participants'
    GROUP BY list, scheme
),
named AS (
    SELECT p.list, r.person IS NOT NULL AS lives, r.unit, count(*) AS people
    FROM people p
    LEFT JOIN residents_now r USING (person)
    WHERE p.list IN (SELECT list FROM lists WHERE kind <> 'residents')
    GROUP BY p.list, r.person IS NOT NULL, r.unit
),
spoken_of AS (
    SELECT DISTINCT l.list, r.unit, r.people
    FROM extents e
    JOIN lists l USING (list_no)
    CROSS JOIN home h
    JOIN (SELECT unit, count(*) AS people FROM residents_now GROUP BY unit) r
        ON r.unit = split_part(e.extent, '|', 2) OR h.unit = split_part(e.extent, '|', 2)
    WHERE e.kind = 'participants' AND split_part(e.extent, '|', 1) = 'BHYT'
),
figures AS (
    SELECT list, 'rows' AS figure, CAST(NULL AS VARCHAR) AS step, rows AS count, rows AS whole FROM sizes
    UNION ALL
    SELECT b.list, 'linked', b.step, b.rows, s.rows FROM by_step b JOIN sizes s USING (list)
    UNION ALL
    SELECT s.list, 'doubt', NULL, coalesce(d.rows, 0), s.rows
    FROM sizes s
    LEFT JOIN doubted d USING (list)
    UNION ALL
    SELECT s.list, 'again', NULL, coalesce(a.rows, 0), s.rows
    FROM sizes s
    LEFT JOIN again a USING (list)
    UNION ALL
    SELECT list, 'number_again', NULL, sum(rows - numbers), sum(rows) FROM numbers GROUP BY list
    UNION ALL
    SELECT list, 'not_resident', NULL, sum(CASE WHEN lives THEN 0 ELSE people END), sum(people)
    FROM named
    GROUP BY list
    UNION ALL
    SELECT s.list, 'absent', NULL, sum(s.people - coalesce(p.people, 0)), sum(s.people)
    FROM spoken_of s
    LEFT JOIN named p ON p.list = s.list AND p.unit = s.unit AND p.lives
    GROUP BY s.list
)
SELECT list, figure, step, CAST(count AS BIGINT) AS count, CAST(whole AS BIGINT) AS whole FROM figures
