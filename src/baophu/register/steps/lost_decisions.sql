-- Reads decision_rows, decided_rows, numbered_rows. Makes: the decisions of which a row is in no list any more, and
-- nothing equal to it in another; the person, unit and hamlet of the row that is left. One row is a decision.
WITH found AS (
    SELECT decision, side, min(rid) AS rid FROM decided_rows GROUP BY decision, side
)
SELECT
    d.list, d.row, o.list AS other_list, o.row AS other_row, d.effect AS verdict,
    f.rid IS NOT NULL AS is_left, p.rid IS NOT NULL AS other_is_left, n.person, n.unit, n.hamlet
FROM decision_rows d
JOIN decision_rows o ON o.decision = d.decision AND d.side = 1 AND o.side = 2
LEFT JOIN found f ON f.decision = d.decision AND f.side = 1
LEFT JOIN found p ON p.decision = d.decision AND p.side = 2
LEFT JOIN numbered_rows n ON n.rid = coalesce(f.rid, p.rid)
WHERE f.rid IS NULL OR p.rid IS NULL
