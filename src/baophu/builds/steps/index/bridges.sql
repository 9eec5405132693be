-- Reads participants_now, covered_now, residents_now, indexed_places. Makes: why the two numerators of a commune differ
-- (see `bridge`). Of those not resident there `lives_near` live in another commune of the home, and of those
-- listed elsewhere `listed_near` on its lists. One row is a scheme and a commune.
WITH listed AS (
    SELECT
        p.scheme, p.unit, r.person, r.unit AS lives_in,
        row_number() OVER (PARTITION BY p.scheme, p.person ORDER BY p.list, p.row) AS place_in_row
    FROM participants_now p
    LEFT JOIN residents_now r USING (person)
),
first_listed AS (
    SELECT scheme, person, unit FROM listed WHERE person IS NOT NULL AND place_in_row = 1
),
moves AS (
    SELECT
        scheme, unit, 1 AS participants,
        CASE WHEN person IS NULL OR place_in_row = 1 AND lives_in IS DISTINCT FROM unit THEN 1 ELSE 0 END AS not_resident,
        CASE WHEN person IS NOT NULL AND place_in_row > 1 THEN 1 ELSE 0 END AS second_numbers,
        0 AS elsewhere, 0 AS residents,
        CASE WHEN place_in_row = 1 AND person IS NOT NULL AND lives_in IS DISTINCT FROM unit THEN 1 ELSE 0 END AS lives_near,
        0 AS listed_near
    FROM listed
    UNION ALL
    SELECT
        c.scheme, c.unit, 0, 0, 0,
        CASE WHEN NOT c.issued_here OR f.unit IS DISTINCT FROM c.unit THEN 1 ELSE 0 END, 1, 0,
        CASE WHEN c.issued_here AND f.unit IS DISTINCT FROM c.unit THEN 1 ELSE 0 END
    FROM covered_now c
    LEFT JOIN first_listed f USING (scheme, person)
)
SELECT
    m.scheme, w.place, CAST(sum(participants) AS BIGINT) AS participants, CAST(sum(not_resident) AS BIGINT) AS not_resident,
    CAST(sum(second_numbers) AS BIGINT) AS second_numbers, CAST(sum(elsewhere) AS BIGINT) AS elsewhere,
    CAST(sum(residents) AS BIGINT) AS residents, CAST(sum(lives_near) AS BIGINT) AS lives_near,
    CAST(sum(listed_near) AS BIGINT) AS listed_near
FROM moves m
JOIN indexed_places w ON w.unit IS NOT DISTINCT FROM m.unit AND w.hamlet IS NULL
GROUP BY 1, 2
