-- Reads participation, indexed_places, indexed_sources. Makes: a number for what many spans of participation have in
-- common. One row is the terms of at least one.
SELECT
    row_number() OVER (ORDER BY list_number, place, scheme, "group", issued_in, status) AS participation_terms, *
FROM (
    SELECT DISTINCT p.scheme, p.status, p."group", p.issued_in, w.place, l.list_number
    FROM participation p
    JOIN indexed_places w ON w.unit IS NOT DISTINCT FROM p.unit AND w.hamlet IS NOT DISTINCT FROM p.hamlet
    JOIN indexed_sources l USING (list)
)
