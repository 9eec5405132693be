-- Reads spells, indexed_places, indexed_sources, indexed_terms. Makes: the participations. One row is a row of a
-- participants' list.
SELECT s.person, t.terms, s."from", s."to", s.employer, s.wage, s.insurance_key, s.row
FROM spells s
JOIN indexed_places w ON w.unit IS NOT DISTINCT FROM s.unit AND w.hamlet IS NOT DISTINCT FROM s.hamlet
JOIN indexed_sources l USING (list)
JOIN indexed_terms t ON t.list_number = l.list_number AND t.place = w.place AND t.scheme = s.scheme
    AND t."group" IS NOT DISTINCT FROM s."group" AND t.paid_by IS NOT DISTINCT FROM s.paid_by
    AND t.method_months IS NOT DISTINCT FROM s.method_months AND t.issued_in IS NOT DISTINCT FROM s.issued_in
    AND t.stands_from IS NOT DISTINCT FROM s.stands_from AND t.stands_to IS NOT DISTINCT FROM s.stands_to
    AND t.issued_here IS NOT DISTINCT FROM s.issued_here
