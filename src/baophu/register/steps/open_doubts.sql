-- Reads doubts, numbered_rows, persons, limits. Makes: rows on no resident list with the persons they may be, the chance
-- in 100, and whether it is weighty: not small, or by a number. One row is a row of a list and a person.
SELECT
    p.person, d.step, d.score, d.score >= m.doubtful OR d.step <> 'likely' AS weighty, d.agreed, n.kind, n.scheme, n.unit, n.hamlet, n.list, n.row, n."from", n."to",
    n.stands_from, n.stands_to, n.person AS stands_as
FROM doubts d
JOIN numbered_rows n USING (rid)
JOIN persons p ON p.anchor = d.person
CROSS JOIN limits m
WHERE n.person <> p.person
