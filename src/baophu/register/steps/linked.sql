-- Reads numbered_rows, decided_pairs. Makes: which row is of which person, and why; `decision` says what
-- people decided of the row and another: same, proposed (a second decision is awaited) or different. One row is a row
-- of a list.
WITH spoken AS (
    SELECT rid, min(CASE effect WHEN 'same' THEN 1 WHEN 'proposed' THEN 2 ELSE 3 END) AS place_in_row
    FROM decided_pairs
    GROUP BY rid
)
SELECT
    n.list, n.row, n.person, n.kind, n.step, n.score, n.agreed,
    CASE s.place_in_row WHEN 1 THEN 'same' WHEN 2 THEN 'proposed' WHEN 3 THEN 'different' END AS decision,
    n.unit, n.hamlet
FROM numbered_rows n
LEFT JOIN spoken s USING (rid)
