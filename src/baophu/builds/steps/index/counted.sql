-- Reads participants_now, covered_now, indexed_places, indexed_sources, indexed_counts. Makes: whom each count
-- counts, and by which row. One row is a person in a count (twice with two insurance numbers).
WITH counted AS (
    SELECT scheme, 'participants' AS numerator_kind, person, "group", unit, hamlet, list, row FROM participants_now
    UNION ALL
    SELECT scheme, 'residents' AS numerator_kind, person, "group", unit, hamlet, list, row FROM covered_now
)
SELECT n.count_number, c.person, l.list_number, c.row
FROM counted c
JOIN indexed_places w ON w.unit IS NOT DISTINCT FROM c.unit AND w.hamlet IS NOT DISTINCT FROM c.hamlet
JOIN indexed_counts n ON n.scheme = c.scheme AND n.numerator_kind = c.numerator_kind AND n.place = w.place
    AND n."group" = coalesce(c."group", '')
JOIN indexed_sources l USING (list)
