-- Reads persons, rows. Makes: the numbers this build gives, with the row that anchors each. One row is a
-- new person.
SELECT p.person AS number, r.list, r.row
FROM persons p
JOIN rows r ON r.rid = p.anchor
WHERE p.is_new
