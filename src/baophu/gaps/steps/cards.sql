-- Reads spells, moment. Makes: what is known of each person's health insurance on the day, from the lists
-- that stand: runs here, runs elsewhere, until when, when the last one ended and of what group it was.
-- One row is a person with any card.
WITH standing AS (
    SELECT
        s.*, m.day,
        (s."from" IS NULL OR s."from" <= m.day) AND (s."to" IS NULL OR m.day <= s."to") AS runs
    FROM spells s
    CROSS JOIN moment m
    WHERE s.scheme = 'BHYT'
        AND (s.stands_from IS NULL OR s.stands_from <= m.day) AND (s.stands_to IS NULL OR m.day <= s.stands_to)
),
last_group AS (
    SELECT person, "group", paid_by FROM standing
    QUALIFY row_number() OVER (PARTITION BY person ORDER BY coalesce("to", DATE '9999-12-31') DESC, group_rank, list, row) = 1
)
SELECT
    s.person,
    max(CASE WHEN runs AND issued_here THEN 1 ELSE 0 END) = 1 AS here,
    max(CASE WHEN runs AND NOT issued_here THEN 1 ELSE 0 END) = 1 AS elsewhere,
    max(CASE WHEN "from" > day THEN 1 ELSE 0 END) = 1 AS coming,
    max(CASE WHEN "to" IS NULL OR "to" >= day THEN coalesce("to", DATE '9999-12-31') END) AS until,
    max(CASE WHEN "to" < day THEN "to" END) AS ended,
    min(CASE WHEN runs AND NOT issued_here THEN "from" END) AS elsewhere_from,
    min(g."group") AS last_group,
    min(g.paid_by) AS last_paid_by
FROM standing s
JOIN last_group g USING (person)
GROUP BY s.person
