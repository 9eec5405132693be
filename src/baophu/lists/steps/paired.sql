-- Reads keyed, inside. Makes: of the rows with one key the n-th of the newer list with the n-th of the older
-- ones, the last card first. One row is a pair.
WITH counted AS (
    SELECT
        k.side, k.rid, k.key,
        row_number() OVER (PARTITION BY k.side, k.key ORDER BY i."to" DESC NULLS FIRST, k.rid) AS nth
    FROM keyed k
    JOIN inside i USING (rid)
)
SELECT n.rid AS now_rid, b.rid AS before_rid
FROM counted n
JOIN counted b ON b.key = n.key AND b.nth = n.nth
WHERE n.side = 'now' AND b.side = 'before'
