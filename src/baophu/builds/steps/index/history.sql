-- Reads history, counts, population_now, moment, indexed_places. Makes: the counts of the build's day and of
-- earlier ones, residents and those of working age among them as two kinds of no scheme. One row is a count of
-- a day.
WITH now AS (
    SELECT c.scheme, c.numerator_kind, c.unit, c.hamlet, c."group", c.people FROM counts c
    UNION ALL
    SELECT '' AS scheme, 'population' AS numerator_kind, unit, hamlet, '' AS "group", population AS people
    FROM population_now
    UNION ALL
    SELECT '' AS scheme, 'working_age' AS numerator_kind, unit, hamlet, '' AS "group", working_age AS people
    FROM population_now
),
known AS (
    SELECT day, scheme, numerator_kind, unit, hamlet, "group", people FROM history
    UNION ALL
    SELECT m.day, n.scheme, n.numerator_kind, n.unit, n.hamlet, n."group", n.people
    FROM now n
    CROSS JOIN moment m
)
SELECT k.day, k.scheme, k.numerator_kind, w.place, k."group", k.people
FROM known k
JOIN indexed_places w ON coalesce(w.unit, '') = k.unit AND coalesce(w.hamlet, '') = k.hamlet
