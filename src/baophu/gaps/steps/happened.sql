-- Reads events, moment. Makes: what lists of births, deaths and moves say of a person by the day; who moved
-- out and in again is not gone. One row is a person they name.
WITH by_the_day AS (
    SELECT e.*, kind = 'moves' AND direction = 'out' AS moved_out, kind = 'moves' AND direction = 'in' AS moved_in
    FROM events e
    CROSS JOIN moment m
    WHERE e.happened_on IS NULL OR e.happened_on <= m.day
),
told AS (
    SELECT
        person,
        min(CASE WHEN kind = 'deaths' THEN happened_on END) AS died_on,
        max(CASE WHEN moved_out THEN happened_on END) AS left_on,
        max(CASE WHEN moved_in THEN happened_on END) AS came_on,
        min(CASE WHEN kind = 'births' THEN happened_on END) AS born_on,
        max(CASE WHEN kind = 'births' THEN registered_on END) AS registered_on,
        max(CASE WHEN kind = 'births' THEN card_date END) AS card_on,
        min(CASE WHEN kind = 'births' THEN list END) AS birth_list,
        min(CASE WHEN kind = 'births' THEN row END) AS birth_row,
        max(CASE WHEN kind = 'deaths' THEN 1 ELSE 0 END) = 1 AS dead,
        max(CASE WHEN moved_out THEN 1 ELSE 0 END) = 1 AS has_moved_out
    FROM by_the_day
    GROUP BY person
)
SELECT *, has_moved_out AND (came_on IS NULL OR left_on IS NULL OR came_on < left_on) AS gone
FROM told
