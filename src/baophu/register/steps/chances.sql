-- Reads weighed, nobody, odds. Makes: the chance in 10,000 that a row is of a person, among all persons it may be of
-- and nobody, where it is a hundred at least. One row is a row and a person.
WITH best AS (
    SELECT w.rid, greatest(max(w.weight), max(n.weight)) AS best, max(n.weight) AS nobody
    FROM weighed w
    JOIN nobody n USING (rid)
    GROUP BY w.rid
),
near AS (
    SELECT w.rid, w.person, w.weight, w.other_id, w.plain, d.odds
    FROM weighed w
    JOIN best b USING (rid)
    JOIN odds d ON d.tenths = b.best - w.weight
),
total AS (
    SELECT b.rid, d.odds + coalesce(sum(n.odds), 0) AS odds
    FROM best b
    JOIN odds d ON d.tenths = CASE WHEN b.best - b.nobody > 300 THEN 300 ELSE b.best - b.nobody END
    LEFT JOIN near n USING (rid)
    GROUP BY b.rid, d.odds
)
SELECT n.rid, n.person, n.weight, n.other_id, n.plain, CAST(10000 * n.odds // t.odds AS INTEGER) AS chance
FROM near n
JOIN total t USING (rid)
WHERE 100 * n.odds >= t.odds
