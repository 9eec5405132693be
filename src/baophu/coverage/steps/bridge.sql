-- Reads participants_now, covered_now, residents_now. Makes: why the two numerators differ. One row is a
-- scheme.
WITH on_lists AS (
    SELECT
        p.scheme,
        count(*) AS participants,
        count(CASE WHEN r.person IS NULL THEN 1 END) AS not_resident,
        count(r.person) - count(DISTINCT r.person) AS second_numbers
    FROM participants_now p
    LEFT JOIN residents_now r USING (person)
    GROUP BY p.scheme
),
covered AS (
    SELECT scheme, count(*) AS residents, count(CASE WHEN NOT issued_here THEN 1 END) AS elsewhere
    FROM covered_now
    GROUP BY scheme
)
SELECT
    coalesce(o.scheme, c.scheme) AS scheme, coalesce(o.participants, 0) AS participants,
    coalesce(o.not_resident, 0) AS not_resident, coalesce(o.second_numbers, 0) AS second_numbers,
    coalesce(c.elsewhere, 0) AS elsewhere, coalesce(c.residents, 0) AS residents
FROM on_lists o
FULL JOIN covered c ON c.scheme = o.scheme
