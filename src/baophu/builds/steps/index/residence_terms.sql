-- Reads residence, indexed_places, indexed_sources. Makes: a number for what many spans of residence have in common.
-- One row is the terms of at least one.
SELECT row_number() OVER (ORDER BY list_number, place, residence, doubtful) AS residence_terms, *
FROM (
    SELECT DISTINCT r.residence, r.doubtful, w.place, l.list_number
    FROM residence r
    JOIN indexed_places w ON w.unit IS NOT DISTINCT FROM r.unit AND w.hamlet IS NOT DISTINCT FROM r.hamlet
    JOIN indexed_sources l USING (list)
)
