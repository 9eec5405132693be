-- Reads former_links (list, row, step, score, agreed), lists, taken. Makes: what spoke for the rows that went by
-- likelihood in turns before the last. One row is a row of a list.
SELECT t.rid, f.score, f.agreed
FROM former_links f
JOIN lists l USING (list)
JOIN taken t ON t.rid = l.row_zero + f.row
WHERE f.step = 'likely'
