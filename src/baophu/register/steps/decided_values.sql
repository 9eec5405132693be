-- Reads decision_rows, decided_cells, decided_printed. Makes: what identifies the rows that decisions speak of, as their
-- own list has it, even where that was withdrawn; where both rows of a decision are alike in all of it, nothing. One
-- row is a side of a decision.
WITH alike AS (
    SELECT decision FROM decision_rows GROUP BY decision HAVING min(print) = max(print)
),
known AS (
    SELECT d.decision, d.side, c.* EXCLUDE (row)
    FROM decision_rows d
    JOIN decided_cells c ON c.list = d.list AND c.row = d.row
    UNION ALL
    SELECT * FROM decided_printed
)
SELECT * FROM known WHERE decision NOT IN (SELECT decision FROM alike)
