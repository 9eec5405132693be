-- Reads moment, counts, population_now. Makes: the counts of the day beside those of other days, with residents
-- and those of working age among them as two more kinds, of no scheme and no group. One row is a count of a day.
SELECT m.day, c.scheme, c.numerator_kind, c.unit, c.hamlet, c."group", c.people
FROM counts c
CROSS JOIN moment m
UNION ALL
SELECT m.day, '' AS scheme, 'population' AS numerator_kind, p.unit, p.hamlet, '' AS "group", p.population AS people
FROM population_now p
CROSS JOIN moment m
UNION ALL
SELECT m.day, '' AS scheme, 'working_age' AS numerator_kind, p.unit, p.hamlet, '' AS "group", p.working_age AS people
FROM population_now p
CROSS JOIN moment m
