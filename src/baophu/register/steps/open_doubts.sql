-- Reads doubts, rows, links, persons. Makes: rows on no resident list with the persons they may be.
-- One row is a row of a list and a person.
SELECT
    p.person, d.step, r.kind, r.scheme, r.unit, r.hamlet, r.list, r.row, r."from", r."to", r.stands_from, r.stands_to,
    k.person AS stands_as
FROM doubts d
JOIN rows r USING (rid)
JOIN persons p ON p.anchor = d.person
JOIN links l ON l.rid = r.rid
JOIN persons k ON k.anchor = l.person
