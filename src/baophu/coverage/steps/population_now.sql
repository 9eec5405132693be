-- Reads residents_now, moment. Makes: how many live where, and how many of them are of working age (months of
-- age from 15 years to the retirement age of the day; where the sex is not stated, the lower of the two).
-- One row is a unit and a hamlet.
SELECT
    coalesce(unit, '') AS unit, coalesce(hamlet, '') AS hamlet,
    count(*) AS population,
    count(CASE WHEN r.age_months >= m.working_from_months
        AND r.age_months < CASE r.sex WHEN 'male' THEN m.men_to_months ELSE m.women_to_months END
        THEN 1 END) AS working_age
FROM residents_now r
CROSS JOIN moment m
GROUP BY 1, 2
