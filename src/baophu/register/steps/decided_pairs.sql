-- Reads decision_rows, decided_rows. Makes: the pairs of rows for which decisions hold, in both orders. Where a later
-- decision is on two rows for which an earlier one holds too, the earlier one holds no more; else on one pair that of
-- its own rows comes first, then the latest. One row is a pair.
WITH effects AS (
    SELECT decision, min(effect) AS effect FROM decision_rows GROUP BY decision
),
held AS (
    SELECT a.decision, e.effect, a.rid, b.rid AS other_rid, a.direct AND b.direct AS direct
    FROM decided_rows a
    JOIN decided_rows b ON b.decision = a.decision AND b.side <> a.side AND b.rid <> a.rid
    JOIN effects e ON e.decision = a.decision
),
replaced AS (
    SELECT DISTINCT h.decision
    FROM held h
    JOIN held later
        ON later.rid = h.rid AND later.other_rid = h.other_rid AND later.decision > h.decision
    WHERE later.direct AND NOT h.direct AND later.effect <> 'proposed'
)
SELECT rid, other_rid, effect, decision
FROM held
WHERE decision NOT IN (SELECT decision FROM replaced)
QUALIFY row_number() OVER (PARTITION BY rid, other_rid ORDER BY
    direct DESC, CASE WHEN effect = 'proposed' THEN 1 ELSE 0 END, decision DESC) = 1
