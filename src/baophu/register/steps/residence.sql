-- Reads residents, happenings. Makes: where each person lives through time, one place and kind a day. What is said of a
-- day by then comes before what a later row lets one think of it: of the former a death decides, then what was said
-- last, an event before a list of the same day; of the latter the first to come. `doubtful` is whom a list names as
-- living here that was taken after they were said to be gone or dead. Days in a row that are alike are one; `list`
-- and `row` are what decides on the last of them. One row is a person and a span of days.
WITH listed AS (
    SELECT
        person, residence, residence IN ('permanent', 'temporary', 'away') AS lives, as_of, unit, hamlet, list, row,
        CASE WHEN stands_from IS NOT NULL OR residence NOT IN ('permanent', 'temporary', 'away') THEN as_of
            ELSE DATE '0001-01-01' END AS begins,
        coalesce(stands_to + 1, DATE '9999-12-31') AS ends
    FROM residents
),
several AS (
    SELECT person FROM listed GROUP BY person HAVING count(*) > 1
),
followed AS (
    SELECT l.*, max(l.ends) OVER (
        PARTITION BY l.person ORDER BY l.begins ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) > l.begins AS begins_before_the_last_ends
    FROM listed l
    WHERE l.person IN (SELECT person FROM several)
),
tangled AS (
    SELECT person FROM followed WHERE begins_before_the_last_ends
    UNION
    SELECT person FROM happenings
),
knotted AS (
    SELECT * FROM listed WHERE person IN (SELECT person FROM tangled)
),
said AS (
    SELECT
        person, FALSE AS is_event, CAST(2 AS INTEGER) AS strength, residence, lives, as_of AS said_on, as_of AS begins, ends,
        unit, hamlet, list, row
    FROM knotted
    UNION ALL
    SELECT
        k.person, FALSE AS is_event, 1 AS strength, k.residence, TRUE AS lives, k.as_of AS said_on,
        coalesce(max(h.happened_on), DATE '0001-01-01') AS begins, k.as_of AS ends, k.unit, k.hamlet, k.list, k.row
    FROM knotted k
    LEFT JOIN happenings h ON h.person = k.person AND h.happened_on <= k.as_of
    WHERE k.begins < k.as_of
    GROUP BY k.person, k.residence, k.as_of, k.unit, k.hamlet, k.list, k.row
    UNION ALL
    SELECT
        person, TRUE AS is_event, CASE what WHEN 'dead' THEN 3 ELSE 2 END AS strength,
        CASE what WHEN 'came' THEN residence ELSE what END AS residence, what = 'came' AS lives, said_on,
        happened_on AS begins, ends, unit, hamlet, list, row
    FROM happenings
    UNION ALL
    SELECT
        person, TRUE AS is_event, 1 AS strength, residence, TRUE AS lives, happened_on AS said_on,
        after_day AS begins, happened_on AS ends, unit, hamlet, list, row
    FROM happenings
    WHERE what <> 'came' AND tells_place
),
spoken AS (
    SELECT * FROM said WHERE begins < ends
),
bounds AS (
    SELECT person, begins AS day FROM spoken
    UNION
    SELECT person, ends AS day FROM spoken
),
pieces AS (
    SELECT person, day AS begins, lead(day) OVER (PARTITION BY person ORDER BY day) AS ends FROM bounds
),
weighed AS (
    SELECT
        p.begins AS piece_begins, p.ends AS piece_ends, s.*,
        max(CASE WHEN s.strength = 2 AND NOT s.is_event AND s.lives THEN s.said_on END) OVER piece AS last_named_on,
        max(CASE WHEN s.strength > 1 AND s.is_event AND NOT s.lives THEN s.said_on END) OVER piece AS said_away_on
    FROM pieces p
    JOIN spoken s ON s.person = p.person AND s.begins <= p.begins AND p.ends <= s.ends
    WINDOW piece AS (PARTITION BY p.person, p.begins)
),
resolved AS (
    SELECT
        person, unit, hamlet, residence, coalesce(last_named_on > said_away_on, FALSE) AS doubtful,
        piece_begins AS begins, piece_ends AS ends, list, row
    FROM weighed
    QUALIFY row_number() OVER (
        PARTITION BY person, piece_begins
        ORDER BY strength DESC, CASE WHEN strength = 1 THEN said_on END, said_on DESC, is_event DESC, list, row) = 1
    UNION ALL
    SELECT f.person, f.unit, f.hamlet, f.residence, FALSE AS doubtful, f.begins, f.ends, f.list, f.row
    FROM followed f
    WHERE f.person NOT IN (SELECT person FROM tangled)
),
told_alike AS (
    SELECT *, CASE WHEN doubtful THEN '?' ELSE '' END || residence || '|' || coalesce(hamlet, unit, '') AS alike
    FROM resolved
),
in_a_row AS (
    SELECT
        *,
        lag(ends) OVER in_order IS DISTINCT FROM begins OR lag(alike) OVER in_order <> alike AS is_first,
        lead(begins) OVER in_order IS DISTINCT FROM ends OR lead(alike) OVER in_order <> alike AS is_last
    FROM told_alike
    WINDOW in_order AS (PARTITION BY person ORDER BY begins)
),
joined AS (
    SELECT
        person, unit, hamlet, residence, doubtful, is_last, ends, list, row,
        max(CASE WHEN is_first THEN begins END) OVER (PARTITION BY person ORDER BY begins) AS begins
    FROM in_a_row
    WHERE is_first OR is_last
),
spans AS (
    SELECT person, unit, hamlet, residence, doubtful, begins, ends, list, row FROM joined WHERE is_last
    UNION ALL
    SELECT l.person, l.unit, l.hamlet, l.residence, FALSE AS doubtful, l.begins, l.ends, l.list, l.row
    FROM listed l
    WHERE l.person NOT IN (SELECT person FROM several UNION ALL SELECT person FROM tangled)
)
SELECT
    person, residence, doubtful, nullif(begins, DATE '0001-01-01') AS "from",
    nullif(ends, DATE '9999-12-31') - 1 AS "to", unit, hamlet, list, row
FROM spans
