-- Reads spells, indexed_places, indexed_sources. Makes: a number for what many participations have in common.
-- One row is the terms of at least one.
SELECT
    row_number() OVER (ORDER BY list_number, place, scheme, "group", paid_by, method_months, issued_in, stands_to) AS terms, *
FROM (
    SELECT DISTINCT
        s.scheme, s."group", s.group_rank, s.paid_by, s.method_months, s.issued_in, s.issued_here,
        s.stands_from, s.stands_to, w.place, l.list_number
    FROM spells s
    JOIN indexed_places w ON w.unit IS NOT DISTINCT FROM s.unit AND w.hamlet IS NOT DISTINCT FROM s.hamlet
    JOIN indexed_sources l USING (list)
)
