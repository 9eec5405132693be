-- Reads given_numbers, former_rows, received, links. Makes: numbers whose anchor stands on a list that was withdrawn,
-- with the person of the equal row of another list: the same national ID and name or birth date; where one
-- has no ID the same name, birth date and commune, and no other hamlet or household. Only where one person
-- answers. One row is a number.
WITH lost AS (
    SELECT g.number, f.* FROM given_numbers g
    JOIN former_rows f ON f.list = g.list AND f.row = g.row
),
equal_rows AS (
    SELECT l.number, r.rid FROM lost l
    JOIN received r ON r.national_id = l.national_id
    WHERE r.name_key = l.name_key OR r.birth_date = l.birth_date
    UNION ALL
    SELECT l.number, r.rid FROM lost l
    JOIN received r ON r.name_key = l.name_key AND r.birth_date = l.birth_date AND r.unit = l.unit
    WHERE (l.national_id IS NULL OR r.national_id IS NULL)
        AND (l.hamlet_name IS NULL OR r.hamlet_name IS NULL OR l.hamlet_name = r.hamlet_name)
        AND (l.household IS NULL OR r.household IS NULL OR l.household = r.household)
)
SELECT e.number, min(k.person) AS anchor
FROM equal_rows e
JOIN links k USING (rid)
GROUP BY e.number
HAVING min(k.person) = max(k.person)
