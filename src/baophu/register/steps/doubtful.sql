-- Reads chances, open_rows, known, held. Makes: open rows with the persons they may be of: the likeliest three of each
-- row and who is as likely as the third, and whoever has its number under another name and birth date, for one of them
-- is mistyped. One row is a row and a person.
WITH by_chance AS (
    SELECT rid, person, chance // 100 AS score
    FROM chances
    JOIN open_rows USING (rid)
    QUALIFY rank() OVER (PARTITION BY rid ORDER BY weight DESC) <= 3
),
by_number AS (
    SELECT o.rid, k.person, 'national_id_disagrees' AS step
    FROM open_rows o
    JOIN known k ON k.national_id = o.national_id
    UNION ALL
    SELECT o.rid, h.person, 'insurance_number_disagrees' AS step
    FROM open_rows o
    JOIN held h ON h.insurance_number = o.insurance_number
),
numbers AS (
    SELECT rid, person, min(step) AS step FROM by_number GROUP BY rid, person
)
SELECT rid, person, coalesce(n.step, 'likely') AS step, CAST(least(coalesce(c.score, 1), 99) AS INTEGER) AS score
FROM by_chance c
FULL JOIN numbers n USING (rid, person)
