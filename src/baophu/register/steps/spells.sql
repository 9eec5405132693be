-- Reads numbered_rows, changes, group_order. Makes: participations as the insurer's lists give them, and those
-- that lists of changes tell of until the insurer's next list; who leaves by such a list takes part to the day
-- before (in what the row is of: the same group, a worker in what the employer pays). `insurance_key` stands for
-- the insurance number without showing it; `group_rank` is the order of the law. One row is a row of a list
-- and a scheme.
WITH told AS (
    SELECT
        rid, person, scheme, "group", "from", "to", method_months, employer, wage, issued_in, issued_here,
        unit, hamlet, insurance_number AS insured_as, as_of, stands_from, stands_to, list, row
    FROM numbered_rows
    WHERE kind = 'participants'
    UNION ALL
    SELECT
        rid, person, scheme, "group", happens_on AS "from", "to", method_months, employer, wage,
        CAST(NULL AS VARCHAR) AS issued_in, TRUE AS issued_here,
        unit, hamlet, insured_as, as_of, stands_from, stands_to, list, row
    FROM changes
    WHERE direction = 'in' AND (stands_from IS NULL OR stands_to IS NULL OR stands_from <= stands_to)
),
leaving AS (
    SELECT *, CASE WHEN stands_from > happens_on THEN stands_from ELSE happens_on END AS gone_on
    FROM changes
    WHERE direction = 'out'
),
left_by AS (
    SELECT t.rid, t.scheme, min(c.gone_on) - 1 AS last_day
    FROM told t
    JOIN leaving c ON c.person = t.person AND c.scheme = t.scheme
    LEFT JOIN group_order g ON g.code = t."group"
    WHERE (t.as_of < c.as_of OR t.as_of < c.happens_on)
        AND (t.stands_to IS NULL OR t.stands_to >= c.as_of)
        AND (t."from" IS NULL OR t."from" < c.happens_on)
        AND (t."to" IS NULL OR t."to" >= c.gone_on)
        AND (c."group" IS NULL OR t."group" IS NULL OR c."group" = t."group")
        AND (c.kind <> 'workers' OR g.payer IS NULL OR g.payer = 'employer')
    GROUP BY t.rid, t.scheme
)
SELECT
    t.person, t.scheme, t."group", coalesce(g.rank, 999) AS group_rank, g.payer AS paid_by,
    t."from", coalesce(l.last_day, t."to") AS "to", t.method_months, t.employer, t.wage,
    t.issued_in, t.issued_here, t.unit, t.hamlet,
    dense_rank() OVER (ORDER BY t.insured_as) AS insurance_key,
    t.stands_from, t.stands_to, t.list, t.row
FROM told t
LEFT JOIN left_by l ON l.rid = t.rid AND l.scheme = t.scheme
LEFT JOIN group_order g ON g.code = t."group"
