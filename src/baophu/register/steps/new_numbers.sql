-- Reads persons, rows, parts, lists. Makes: the numbers this build gives, with the row that anchors each. One row is a
-- new person.
SELECT p.person AS number, l.list, CAST(p.anchor - l.row_zero AS INTEGER) AS row
FROM persons p
JOIN rows r ON r.rid = p.anchor
JOIN parts q USING (part)
JOIN lists l USING (list_no)
WHERE p.is_new
