-- Reads inside, who_joined, who_left, differing. Makes: how many rows there are of each sort. One row in all.
SELECT
    count(*) FILTER (side = 'before') AS before,
    count(*) FILTER (side = 'now') AS now,
    (SELECT count(*) FROM who_joined) AS joined,
    (SELECT count(*) FROM who_left) AS "left",
    (SELECT count(*) FROM differing) AS changed
FROM inside
