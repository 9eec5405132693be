-- Reads participants_now, covered_now. Makes: both numerators, each person in one place and one group, so
-- that any sum over them counts nobody twice. One row is a count.
SELECT
    scheme, coalesce(unit, '') AS unit, coalesce(hamlet, '') AS hamlet, coalesce("group", '') AS "group",
    'participants' AS numerator_kind, count(*) AS people
FROM participants_now
GROUP BY 1, 2, 3, 4
UNION ALL
SELECT
    scheme, coalesce(unit, '') AS unit, coalesce(hamlet, '') AS hamlet, coalesce("group", '') AS "group",
    'residents' AS numerator_kind, count(*) AS people
FROM covered_now
GROUP BY 1, 2, 3, 4
