-- Reads spells, indexed_places, indexed_sources. Makes: the participations. One row is a row of a participants' list.
SELECT s.* EXCLUDE (unit, hamlet, list, row), w.place, l.list_number, s.row
FROM spells s
JOIN indexed_places w ON w.unit IS NOT DISTINCT FROM s.unit AND w.hamlet IS NOT DISTINCT FROM s.hamlet
JOIN indexed_sources l USING (list)
