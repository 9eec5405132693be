-- Reads participation, indexed_places, indexed_sources, indexed_participation_terms. Makes: in what people take part
-- through time; `since` counts the days to the first, 0 where it is not known. One row is a person, a scheme and a
-- span of days.
SELECT
    p.person, t.participation_terms, coalesce(p."from" - DATE '0001-01-01', 0) AS since, p."from", p."to", p.row
FROM participation p
JOIN indexed_places w ON w.unit IS NOT DISTINCT FROM p.unit AND w.hamlet IS NOT DISTINCT FROM p.hamlet
JOIN indexed_sources l USING (list)
JOIN indexed_participation_terms t ON t.list_number = l.list_number AND t.place = w.place AND t.scheme = p.scheme
    AND t.status = p.status AND t."group" IS NOT DISTINCT FROM p."group"
    AND t.issued_in IS NOT DISTINCT FROM p.issued_in
