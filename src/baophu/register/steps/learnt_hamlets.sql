-- Reads found_at, parts. Makes: which hamlet of the residents a list means by a hamlet's name: the one in which more
-- than half of those live whom it names there, five at least; else the one of that name; else none. One row is a part
-- of a list.
WITH seen AS (
    SELECT p.unit, p.hamlet_name, f.hamlet_no, sum(f.people) AS people
    FROM found_at f
    JOIN parts p ON p.part = f.part AND p.place_no = f.place_no
    WHERE p.hamlet_name IS NOT NULL AND f.hamlet_no IS NOT NULL
    GROUP BY p.unit, p.hamlet_name, f.hamlet_no
),
named AS (
    SELECT unit, hamlet_name, sum(people) AS people FROM seen GROUP BY unit, hamlet_name
),
learnt AS (
    SELECT s.unit, s.hamlet_name, s.hamlet_no
    FROM seen s
    JOIN named n ON n.unit IS NOT DISTINCT FROM s.unit AND n.hamlet_name = s.hamlet_name
    WHERE 2 * s.people > n.people AND s.people >= 5
),
lived_in AS (
    SELECT DISTINCT hamlet_no FROM parts WHERE kind = 'residents' AND hamlet_no IS NOT NULL
)
SELECT p.part, coalesce(t.hamlet_no, h.hamlet_no) AS hamlet_no
FROM parts p
LEFT JOIN learnt t ON t.unit IS NOT DISTINCT FROM p.unit AND t.hamlet_name = p.hamlet_name
LEFT JOIN lived_in h ON h.hamlet_no = p.hamlet_no
WHERE p.kind <> 'residents'
