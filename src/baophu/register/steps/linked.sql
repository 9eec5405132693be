-- Reads numbered_rows, pass_words. Makes: which row is of which person, and why. One row is a row of a list.
SELECT n.list, n.row, n.person, n.kind, n.step, n.score, w.agreed, CAST(NULL AS VARCHAR) AS decision, n.unit, n.hamlet
FROM numbered_rows n
LEFT JOIN pass_words w USING (step)
