-- Reads card_holders, statuses, open_doubts, doubted, moment, strays (number, low, best, high: the share of the cards of
-- people who live nowhere here that are of somebody called uncovered). Makes: by place, who is called uncovered (on the
-- list of the uncovered or of the lapsed), who stands aside because a card may be theirs, and how many of the called
-- may have a card (`wrong`), how many of the uncovered are not called (`missed`), each at the least, at best and at the
-- most. A card in doubt is of one of those who stand aside for it, at the most as surely as its scores say; if not,
-- and the national ID on it is a resident's, it is of another resident. The score of a link is rounded down. What is
-- summed is rounded to the twelfth place, so that the order of rows changes no sum. One row is a unit and a hamlet, as far as they are known.
WITH standing AS (
    SELECT person, unit, hamlet, doubt IS NULL AND card_on IS NULL AS called, doubt IS NOT NULL AS in_doubt
    FROM statuses
    WHERE resident AND NOT here AND NOT elsewhere AND NOT coming AND NOT dead AND NOT gone AND residence <> 'away'
),
pairs AS (
    SELECT o.stands_as, o.person, max(o.score) AS score
    FROM open_doubts o
    JOIN doubted d ON d.person = o.person
    CROSS JOIN moment m
    WHERE o.kind = 'participants' AND o.scheme = 'BHYT'
        AND (o.stands_from IS NULL OR o.stands_from <= m.day) AND (o.stands_to IS NULL OR m.day <= o.stands_to)
        AND (o."from" IS NULL OR o."from" <= m.day) AND (o."to" IS NULL OR m.day <= o."to")
    GROUP BY o.stands_as, o.person
),
set_aside AS (
    SELECT stands_as AS person, least(sum(score) / 100.0, 1.0) AS chance FROM pairs GROUP BY stands_as
),
chances AS (
    SELECT person, score, greatest(score, 1) / sum(greatest(score, 1)) OVER (PARTITION BY stands_as) AS share
    FROM pairs
),
without_card AS (
    SELECT person, greatest(1.0 - sum(CAST(share AS DECIMAL(18, 12))), 0.0) AS best, greatest(1.0 - sum(score) / 100.0, 0.0) AS high
    FROM chances
    GROUP BY person
),
parts AS (
    SELECT
        s.unit, s.hamlet,
        CASE WHEN s.called THEN 1 ELSE 0 END AS called, CASE WHEN s.in_doubt THEN 1 ELSE 0 END AS in_doubt,
        0.0 AS wrong_low, 0.0 AS wrong, 0.0 AS wrong_high,
        coalesce(w.best, 0.0) AS missed_low, coalesce(w.best, 0.0) AS missed,
        coalesce(greatest(w.best, w.high), 0.0) AS missed_high
    FROM standing s
    LEFT JOIN without_card w ON w.person = s.person AND s.in_doubt
    UNION ALL
    SELECT c.unit, c.hamlet, 0, 0, s.low, s.best, s.high, 0.0, 0.0, 0.0
    FROM card_holders c
    JOIN strays s USING (number)
    WHERE c.lives = 'nowhere'
    UNION ALL
    SELECT
        c.unit, c.hamlet, 0, 0,
        s.low * (1.0 - a.chance), s.best * (1.0 - a.chance), s.high * (1.0 - a.chance), 0.0, 0.0, 0.0
    FROM card_holders c
    JOIN strays s USING (number)
    JOIN set_aside a ON a.person = c.person
    WHERE c.lives = 'aside' AND c.number = 'known'
    UNION ALL
    SELECT
        unit, hamlet, 0, 0, 0.0, 0.0, 0.0,
        0.0, greatest(99 - score, 0) / 100.0, greatest(99.5 - score, 0.0) / 100.0
    FROM card_holders
    WHERE lives = 'here' AND at_home
),
exact AS (
    SELECT
        unit, hamlet, called, in_doubt,
        CAST(wrong_low AS DECIMAL(18, 12)) AS wrong_low, CAST(wrong AS DECIMAL(18, 12)) AS wrong,
        CAST(wrong_high AS DECIMAL(18, 12)) AS wrong_high,
        CAST(wrong * (1.0 - wrong) AS DECIMAL(18, 12)) AS wrong_spread,
        CAST(missed_low AS DECIMAL(18, 12)) AS missed_low, CAST(missed AS DECIMAL(18, 12)) AS missed,
        CAST(missed_high AS DECIMAL(18, 12)) AS missed_high,
        CAST(missed * (1.0 - missed) AS DECIMAL(18, 12)) AS missed_spread
    FROM parts
)
SELECT
    coalesce(unit, '') AS unit, coalesce(hamlet, '') AS hamlet,
    CAST(sum(called) AS INTEGER) AS called, CAST(sum(in_doubt) AS INTEGER) AS in_doubt,
    CAST(sum(wrong_low) AS DOUBLE) AS wrong_low, CAST(sum(wrong) AS DOUBLE) AS wrong,
    CAST(sum(wrong_high) AS DOUBLE) AS wrong_high, CAST(sum(wrong_spread) AS DOUBLE) AS wrong_spread,
    CAST(sum(missed_low) AS DOUBLE) AS missed_low, CAST(sum(missed) AS DOUBLE) AS missed,
    CAST(sum(missed_high) AS DOUBLE) AS missed_high, CAST(sum(missed_spread) AS DOUBLE) AS missed_spread
FROM exact
GROUP BY 1, 2
