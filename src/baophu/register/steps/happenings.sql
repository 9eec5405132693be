-- Reads numbered_rows, extents. Makes: births, moves and deaths of each person, one after the other, and the days for
-- which each says where the person is: until the next of them, somebody who came at the latest until a residents'
-- list of the place is newer than what was told; nothing comes after a death. `said_on` is the day on which it had
-- been told and had come about. One row is a row of a list of them.
WITH told AS (
    SELECT
        person,
        CASE WHEN kind = 'deaths' OR died_on IS NOT NULL THEN 'dead' WHEN direction = 'out' THEN 'gone'
            ELSE 'came' END AS what,
        coalesce(
            CASE kind WHEN 'births' THEN coalesce(birth_date, registered_on) WHEN 'moves' THEN moved_on
                WHEN 'deaths' THEN death_date ELSE died_on END, as_of) AS happened_on,
        kind IN ('births', 'deaths', 'moves') AS tells_place, as_of, residence, unit, hamlet, hamlet_name, list, row
    FROM numbered_rows
    WHERE kind IN ('births', 'deaths') OR died_on IS NOT NULL
        OR kind = 'moves' AND direction IN ('in', 'out')
),
to_death AS (
    SELECT *, greatest(happened_on, as_of) AS said_on,
        min(CASE WHEN what = 'dead' THEN happened_on END) OVER (PARTITION BY person) AS died_first_on
    FROM told
),
next_lists AS (
    SELECT t.unit, t.hamlet_name, t.said_on, min(e.as_of) AS listed_on
    FROM (SELECT DISTINCT unit, hamlet_name, said_on FROM to_death WHERE what = 'came') t
    JOIN extents e
        ON e.kind = 'residents' AND e.as_of > t.said_on
        AND e.extent IN (coalesce(t.unit, ''), coalesce(t.unit, '') || '|' || coalesce(t.hamlet_name, ''))
    GROUP BY t.unit, t.hamlet_name, t.said_on
),
in_order AS (
    SELECT
        t.*,
        lag(happened_on) OVER one_after_the_other AS after_day,
        lead(happened_on) OVER one_after_the_other AS next_day
    FROM to_death t
    WHERE died_first_on IS NULL OR happened_on <= died_first_on
    WINDOW one_after_the_other AS (
        PARTITION BY person
        ORDER BY happened_on, CASE what WHEN 'gone' THEN 1 WHEN 'came' THEN 2 ELSE 3 END, as_of, list, row
    )
)
SELECT
    o.person, o.what, o.happened_on, o.said_on, coalesce(o.after_day, DATE '0001-01-01') AS after_day,
    CASE WHEN o.next_day <= n.listed_on OR n.listed_on IS NULL THEN coalesce(o.next_day, DATE '9999-12-31')
        ELSE n.listed_on END AS ends,
    CASE WHEN o.residence IN ('permanent', 'temporary', 'away') THEN o.residence ELSE 'permanent' END AS residence,
    o.tells_place, o.unit, o.hamlet, o.list, o.row
FROM in_order o
LEFT JOIN next_lists n
    ON o.what = 'came' AND n.unit IS NOT DISTINCT FROM o.unit AND n.hamlet_name IS NOT DISTINCT FROM o.hamlet_name
    AND n.said_on = o.said_on
