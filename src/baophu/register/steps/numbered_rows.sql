-- Reads rows, links, persons. Makes: every row with the number of its person. One row is a row of a list.
SELECT r.*, p.person, l.step, l.score
FROM rows r
JOIN links l USING (rid)
JOIN persons p ON p.anchor = l.person
