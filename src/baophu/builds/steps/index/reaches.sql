-- Reads gaps, indexed_places. Makes: how many people and households each list of people to reach holds, by place, with
-- and without a first group and a next step ('*' for any). One row is a count.
SELECT
    CASE WHEN g.why IN ('due', 'lapsed') THEN 'due_lapsed' ELSE g.why END AS reach, g.scheme,
    CASE WHEN grouping(split_part(g.groups, ',', 1)) = 1 THEN '*' ELSE split_part(g.groups, ',', 1) END AS first_group,
    coalesce(g.next_step, '*') AS next_step,
    w.place, count(DISTINCT g.person) AS people, count(DISTINCT coalesce(g.household_key, -g.person)) AS homes
FROM gaps g
JOIN indexed_places w ON w.unit IS NOT DISTINCT FROM g.unit AND w.hamlet IS NOT DISTINCT FROM g.hamlet
GROUP BY 1, 2, w.place, CUBE (split_part(g.groups, ',', 1), g.next_step)
