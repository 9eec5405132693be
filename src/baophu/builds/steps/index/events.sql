-- Reads events, indexed_places, indexed_sources. Makes: births, deaths and moves. One row is a row of a list of them.
SELECT e.* EXCLUDE (unit, hamlet, list, row), w.place, l.list_number, e.row
FROM events e
JOIN indexed_places w ON w.unit IS NOT DISTINCT FROM e.unit AND w.hamlet IS NOT DISTINCT FROM e.hamlet
JOIN indexed_sources l USING (list)
