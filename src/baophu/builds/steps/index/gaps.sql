-- Reads gaps, indexed_places, indexed_sources. Makes: the reasons to act on a person. `reach` is the list of people to reach on
-- which one stands (the due and the lapsed share one), `first_group` the group that the law puts first,
-- `home` the household, or of those in none the person with a minus. One row is a person and a reason.
SELECT
    g.* EXCLUDE (unit, hamlet, list, row),
    CASE WHEN g.why IN ('due', 'lapsed') THEN 'due_lapsed' ELSE g.why END AS reach,
    split_part(g.groups, ',', 1) AS first_group,
    coalesce(g.household_key, -g.person) AS home,
    w.place, l.list_number, g.row
FROM gaps g
JOIN indexed_places w ON w.unit IS NOT DISTINCT FROM g.unit AND w.hamlet IS NOT DISTINCT FROM g.hamlet
JOIN indexed_sources l USING (list)
