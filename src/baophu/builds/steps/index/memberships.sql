-- Reads memberships, indexed_places, indexed_sources. Makes: who stands on the lists that entitle. One row is a row of such a list.
SELECT m.* EXCLUDE (unit, hamlet, list, row), w.place, l.list_number, m.row
FROM memberships m
JOIN indexed_places w ON w.unit IS NOT DISTINCT FROM m.unit AND w.hamlet IS NOT DISTINCT FROM m.hamlet
JOIN indexed_sources l USING (list)
