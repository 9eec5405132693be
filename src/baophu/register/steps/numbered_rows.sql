-- Reads received, rows, parts, lists, links, likely, proofs, persons. Makes: every row as its list has it, with the
-- number of its person, by what it was found, and the days for which it stands. One row is a row of a list.
SELECT
    r.* EXCLUDE (list_no), l.list, l.kind, l.as_of, q.hamlet, q.place, q.issued_here, q.stands_from, q.stands_to,
    p.person, k.step, coalesce(y.score, f.score) AS score, coalesce(y.agreed, f.agreed) AS agreed
FROM received r
JOIN rows w USING (rid)
JOIN parts q ON q.part = w.part
JOIN lists l ON l.list_no = q.list_no
JOIN links k USING (rid)
JOIN proofs f USING (step)
LEFT JOIN likely y USING (rid)
JOIN persons p ON p.anchor = k.person
