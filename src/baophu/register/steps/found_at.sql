-- Reads links, rows, parts, known. Makes: where the residents live whom the parts of other lists name. One row is a part of
-- a list and a hamlet of the residents.
SELECT r.part, k.place_no, k.hamlet_no, count(*) AS people
FROM links l
JOIN rows r USING (rid)
JOIN parts p USING (part)
JOIN known k ON k.person = l.person AND k.seed
WHERE p.kind <> 'residents'
GROUP BY r.part, k.place_no, k.hamlet_no
