-- Reads arrears, moment. Makes: what employers owe by the newest list of the day (the first list where the
-- day is before all of them). One row is an employer of that list.
WITH newest AS (
    SELECT coalesce(max(CASE WHEN a.as_of <= m.day THEN a.as_of END), min(a.as_of)) AS as_of
    FROM arrears a
    CROSS JOIN moment m
)
SELECT a.employer, a.employer_code, a.unit, a.commune, a.workers, a.months, a.amount, a.base_salary_part,
    a.interest, a.category, a.as_of, a.list, a.row
FROM arrears a
JOIN newest n ON n.as_of = a.as_of
