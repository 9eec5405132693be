-- Reads linked, indexed_places, indexed_sources, indexed_hows. Makes: which row is of which person, and why. One row is a row of a list.
SELECT k.person, l.list_number, k.row, h.how, k.score, k.decision, w.place
FROM linked k
JOIN indexed_places w ON w.unit IS NOT DISTINCT FROM k.unit AND w.hamlet IS NOT DISTINCT FROM k.hamlet
JOIN indexed_sources l USING (list)
JOIN indexed_hows h ON h.kind = k.kind AND h.step IS NOT DISTINCT FROM k.step AND h.agreed IS NOT DISTINCT FROM k.agreed
