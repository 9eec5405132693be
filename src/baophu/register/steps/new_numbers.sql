-- Reads persons, lists. Makes: the numbers this build gives, with the row that anchors each. One row is a new person.
SELECT p.person AS number, l.list, CAST(p.anchor % 2097152 AS INTEGER) AS row
FROM persons p
JOIN lists l ON l.list_no = p.anchor // 2097152
WHERE p.is_new
