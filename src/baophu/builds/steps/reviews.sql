-- Reads open_doubts, proposed, numbered_rows, people, residents_now, covered_now, gaps, moment. Makes: which two
-- people somebody is to tell apart or to take for one: `person`, whom `known_list` and `known_row` tell of, and the
-- one as whom `list` and `row` stand meanwhile, the most telling of the rows in doubt. `change` is what would change
-- if they were one, `effect` how much: 3 leaves_list: one of them leaves the list of people to visit that `leaves`
-- names, 2 raises_figure: a figure of residents rises, or entitles: whoever is to be visited may be of a group that
-- others pay for, 1 joins: two people become one, 0 older: only earlier days change. They are asked about in the
-- order of `turn`. One row is two people.
WITH to_visit AS (
    SELECT person, min(why) AS why FROM gaps
    WHERE scheme = 'BHYT' AND why IN ('uncovered', 'lapsed', 'verify')
    GROUP BY person
),
asked AS (
    SELECT person, stands_as, step, score, kind, scheme, list, row, "from", "to", stands_from, stands_to
    FROM open_doubts
    WHERE weighty
    UNION ALL
    SELECT
        p.person, p.other_person AS stands_as, 'proposed' AS step, CAST(NULL AS INTEGER) AS score,
        n.kind, n.scheme, n.list, n.row, n."from", n."to", n.stands_from, n.stands_to
    FROM proposed p
    JOIN numbered_rows n ON n.list = p.other_list AND n.row = p.other_row
),
doubted AS (
    SELECT
        a.*,
        (a.stands_from IS NULL OR a.stands_from <= m.day) AND (a.stands_to IS NULL OR m.day <= a.stands_to) AS stands,
        a.kind = 'participants' AND (a."from" IS NULL OR a."from" <= m.day)
            AND (a."to" IS NULL OR m.day <= a."to") AS runs
    FROM asked a
    CROSS JOIN moment m
    WHERE a.person <> a.stands_as
),
weighed AS (
    SELECT
        d.person, d.stands_as, d.step, d.score, d.kind, d.scheme, d.list, d.row, d.stands_from,
        CASE
            WHEN d.stands AND d.runs AND d.scheme = 'BHYT' THEN v.why
            WHEN d.kind IN ('deaths', 'moves') AND v.why <> 'verify' THEN v.why
            WHEN c.person IS NOT NULL THEN o.why
        END AS leaves,
        d.stands AND d.runs AND r.person IS NOT NULL AND t.person IS NULL AS raises,
        d.stands AND v.why IS NOT NULL AND d.kind IN
            ('poor_households', 'farming_households', 'social_protection', 'area_residents', 'students') AS entitles,
        d.stands
    FROM doubted d
    LEFT JOIN to_visit v ON v.person = d.person
    LEFT JOIN to_visit o ON o.person = d.stands_as
    LEFT JOIN residents_now r ON r.person = d.person
    LEFT JOIN covered_now c ON c.person = d.person AND c.scheme = 'BHYT'
    LEFT JOIN covered_now t ON t.person = d.person AND t.scheme = d.scheme
),
changing AS (
    SELECT
        *,
        CASE WHEN leaves IS NOT NULL THEN 3 WHEN raises OR entitles THEN 2 WHEN stands THEN 1 ELSE 0 END AS effect,
        CASE
            WHEN leaves IS NOT NULL THEN 'leaves_list' WHEN raises THEN 'raises_figure'
            WHEN entitles THEN 'entitles' WHEN stands THEN 'joins' ELSE 'older'
        END AS change
    FROM weighed
),
chosen AS (
    SELECT * FROM changing
    QUALIFY row_number() OVER (
        PARTITION BY least(person, stands_as), greatest(person, stands_as)
        ORDER BY effect DESC, score DESC NULLS LAST, stands_from DESC NULLS LAST, list, row, person) = 1
)
SELECT
    row_number() OVER (ORDER BY c.effect DESC, c.score DESC NULLS LAST, c.person, c.list, c.row) AS turn,
    c.person, c.stands_as, p.unit, p.hamlet, c.effect, c.change,
    c.leaves, c.step, c.score, c.kind, c.scheme, c.list, c.row, p.list AS known_list, p.row AS known_row
FROM chosen c
JOIN people p USING (person)
