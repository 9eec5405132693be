-- Reads residence, indexed_places, indexed_sources, indexed_residence_terms. Makes: where people live through time;
-- `since` counts the days to the first, 0 where it is not known. One row is a person and a span of days.
SELECT
    r.person, t.residence_terms, coalesce(r."from" - DATE '0001-01-01', 0) AS since, r."from", r."to", r.row
FROM residence r
JOIN indexed_places w ON w.unit IS NOT DISTINCT FROM r.unit AND w.hamlet IS NOT DISTINCT FROM r.hamlet
JOIN indexed_sources l USING (list)
JOIN indexed_residence_terms t ON t.list_number = l.list_number AND t.place = w.place AND t.residence = r.residence
    AND t.doubtful = r.doubtful
