-- Reads people, residents_now, spells_now, gaps, linked, memberships, events, participation, history. Makes: a number for every place
-- that a row is of, in the order in which lists are read, and for every unit without a hamlet. One row is a
-- unit and a hamlet, each empty where not known.
WITH named AS (
    SELECT unit, hamlet FROM people
    UNION SELECT unit, hamlet FROM residents_now
    UNION SELECT unit, hamlet FROM spells_now
    UNION SELECT unit, hamlet FROM gaps
    UNION SELECT unit, hamlet FROM linked
    UNION SELECT unit, hamlet FROM memberships
    UNION SELECT unit, hamlet FROM events
    UNION SELECT unit, hamlet FROM participation
    UNION SELECT nullif(unit, '') AS unit, nullif(hamlet, '') AS hamlet FROM history
    UNION SELECT NULL AS unit, NULL AS hamlet
),
known AS (
    SELECT unit, hamlet FROM named
    UNION SELECT unit, NULL AS hamlet FROM named
)
SELECT row_number() OVER (ORDER BY unit NULLS LAST, hamlet NULLS LAST) AS place, unit, hamlet
FROM known
