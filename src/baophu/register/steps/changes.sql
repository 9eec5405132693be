-- Reads numbered_rows, people, extents, home. Makes: who joins or leaves a scheme by lists of changes, since when,
-- and the days for which that is the last word: from the day of the insurer's list before, to the day before its
-- first list of a day on which the change was told and had come about. Codes whose meaning is not certain, and
-- changes of pay, say nothing of it. A worker who joins is insured against illness too; who leaves, against
-- nothing. One row is a row of a list of changes and a scheme.
WITH affected AS (
    SELECT 'joiners_leavers' AS kind, 'in' AS direction, 'BHYT' AS scheme
    UNION ALL SELECT 'joiners_leavers' AS kind, 'out' AS direction, 'BHYT' AS scheme
    UNION ALL SELECT 'voluntary' AS kind, 'in' AS direction, 'BHXH_TN' AS scheme
    UNION ALL SELECT 'voluntary' AS kind, 'out' AS direction, 'BHXH_TN' AS scheme
    UNION ALL SELECT 'workers' AS kind, 'in' AS direction, 'BHXH_BB' AS scheme
    UNION ALL SELECT 'workers' AS kind, 'in' AS direction, 'BHYT' AS scheme
    UNION ALL SELECT 'workers' AS kind, 'out' AS direction, 'BHXH_BB' AS scheme
    UNION ALL SELECT 'workers' AS kind, 'out' AS direction, 'BHYT' AS scheme
    UNION ALL SELECT 'workers' AS kind, 'out' AS direction, 'BHTN' AS scheme
),
told AS (
    SELECT
        n.rid, n.person, n.kind, n.direction, a.scheme, n."group",
        coalesce(n."from", CASE WHEN n.direction = 'out' THEN n."to" + 1 END, n.as_of) AS happens_on,
        n."to", coalesce(n.method_months, n.months) AS method_months, n.employer, n.wage,
        coalesce(n.unit, p.unit) AS unit, coalesce(n.hamlet, p.hamlet) AS hamlet,
        coalesce(n.insurance_number, p.insurance_number, 'person ' || CAST(n.person AS VARCHAR)) AS insured_as,
        n.as_of, n.list, n.row
    FROM numbered_rows n
    JOIN affected a ON a.kind = n.kind AND a.direction = n.direction
    JOIN people p USING (person)
    WHERE n.plan IS NULL OR n.plan IN ('TM', 'ON', 'GH') OR length(n.plan) > 2
),
asked AS (
    SELECT DISTINCT scheme, unit, as_of, happens_on FROM told
),
last_word AS (
    SELECT
        a.scheme, a.unit, a.as_of, a.happens_on,
        max(CASE WHEN e.as_of < a.as_of THEN e.as_of END) AS stands_from,
        min(CASE WHEN e.as_of >= a.as_of AND e.as_of >= a.happens_on THEN e.as_of END) - 1 AS stands_to
    FROM asked a
    CROSS JOIN home h
    LEFT JOIN extents e
        ON e.kind = 'participants' AND split_part(e.extent, '|', 1) = a.scheme
        AND (a.unit IS NULL OR split_part(e.extent, '|', 2) IN (a.unit, h.unit))
    GROUP BY a.scheme, a.unit, a.as_of, a.happens_on
)
SELECT t.*, w.stands_from, w.stands_to
FROM told t
JOIN last_word w
    ON w.scheme = t.scheme AND w.unit IS NOT DISTINCT FROM t.unit AND w.as_of = t.as_of
    AND w.happens_on = t.happens_on
