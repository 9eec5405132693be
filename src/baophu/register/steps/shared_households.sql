-- Reads links, rows, parts, known. Makes: households of other lists of which somebody is known to live in a household of the
-- residents' list. One row is a household of another list and one of the residents.
SELECT DISTINCT r.household_no AS their_no, k.household_no
FROM links l
JOIN rows r USING (rid)
JOIN parts p USING (part)
JOIN known k ON k.person = l.person
WHERE p.kind <> 'residents' AND r.household_no IS NOT NULL AND k.household_no IS NOT NULL
