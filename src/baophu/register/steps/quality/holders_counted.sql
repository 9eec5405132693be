-- Reads card_holders, proven_holders, residents_now. Makes: those whom the estimates rest on, counted: `lives` and
-- `number` as in `card_holders`, and those whose card is proven (`proves`); people, and those of them who would be called
-- uncovered without their card. One row is a sort of holders.
SELECT lives, number, count(*) AS people, count(*) FILTER (WHERE would_be_called) AS would_be_called
FROM card_holders
WHERE lives IN ('here', 'aside', 'nowhere')
GROUP BY lives, number
UNION ALL
SELECT 'here' AS lives, 'proves' AS number, count(*) AS people, 0 AS would_be_called
FROM proven_holders
JOIN residents_now USING (person)
