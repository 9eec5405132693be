-- Reads decision_rows, lists, rows. Makes: the rows that decisions speak of, where their lists stand. One row is a
-- side of a decision.
SELECT d.decision, d.side, r.rid
FROM decision_rows d
JOIN lists l ON l.list = d.list
JOIN rows r ON r.rid = l.row_zero + d.row
