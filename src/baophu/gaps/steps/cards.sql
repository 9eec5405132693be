-- Reads spells, moment. Makes: what is known of each person's health insurance on the day: by the lists that
-- stand whether it runs here or elsewhere and until when; by older ones too when the last one ended (at the
-- latest where a newer list no longer names the person), when the newest card began, and of what group it was.
-- One row is a person with any card.
WITH known AS (
    SELECT
        s.*, m.day,
        s.stands_to IS NULL OR m.day <= s.stands_to AS stands,
        least(coalesce(s."to", DATE '9999-12-31'), coalesce(s.stands_to, DATE '9999-12-31')) AS last_day
    FROM spells s
    CROSS JOIN moment m
    WHERE s.scheme = 'BHYT' AND (s.stands_from IS NULL OR s.stands_from <= m.day)
),
cards_of_the_day AS (
    SELECT *, stands AND ("from" IS NULL OR "from" <= day) AND ("to" IS NULL OR day <= "to") AS runs
    FROM known
),
last_group AS (
    SELECT person, "group", paid_by FROM cards_of_the_day
    QUALIFY row_number() OVER (PARTITION BY person ORDER BY
        stands DESC, last_day DESC, coalesce("to", DATE '9999-12-31') DESC, group_rank, list, row) = 1
)
SELECT
    s.person,
    max(CASE WHEN runs AND issued_here THEN 1 ELSE 0 END) = 1 AS here,
    max(CASE WHEN runs AND NOT issued_here THEN 1 ELSE 0 END) = 1 AS elsewhere,
    max(CASE WHEN stands AND "from" > day THEN 1 ELSE 0 END) = 1 AS coming,
    max(CASE WHEN stands AND ("to" IS NULL OR day <= "to") THEN coalesce("to", DATE '9999-12-31') END) AS until,
    max(CASE WHEN last_day < day AND ("from" IS NULL OR "from" <= last_day) THEN last_day END) AS ended,
    min(CASE WHEN runs AND NOT issued_here THEN "from" END) AS elsewhere_from,
    max("from") AS card_from,
    min(g."group") AS last_group,
    min(g.paid_by) AS last_paid_by
FROM cards_of_the_day s
JOIN last_group g USING (person)
GROUP BY s.person
