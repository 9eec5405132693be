-- Reads events, moment. Makes: what lists of births, deaths and moves say of a person by the day.
-- One row is a person they name.
SELECT
    person,
    min(CASE WHEN kind = 'deaths' THEN happened_on END) AS died_on,
    min(CASE WHEN kind = 'moves' AND direction = 'out' THEN happened_on END) AS left_on,
    min(CASE WHEN kind = 'births' THEN happened_on END) AS born_on,
    max(CASE WHEN kind = 'births' THEN registered_on END) AS registered_on,
    min(CASE WHEN kind = 'births' THEN list END) AS birth_list,
    min(CASE WHEN kind = 'births' THEN row END) AS birth_row,
    max(CASE WHEN kind = 'deaths' THEN 1 ELSE 0 END) = 1 AS dead,
    max(CASE WHEN kind = 'moves' AND direction = 'out' THEN 1 ELSE 0 END) = 1 AS gone
FROM events e
CROSS JOIN moment m
WHERE e.happened_on IS NULL OR e.happened_on <= m.day
GROUP BY person
