-- Reads residents, moment, units_on. Makes: who lives here on the day by the residents' list that stands,
-- at its unit of that day; people marked gone or dead there do not. Who stands on two lists lives where the newer one says. One row is a person.
SELECT
    r.person, coalesce(u.unit_on, r.unit) AS unit, r.hamlet, r.residence, r.household_key,
    r.relation, r.birth_date, r.birth_precision, r.sex, r.as_of, r.list, r.row,
    (m.month_number - year(r.birth_date) * 12 - month(r.birth_date)
        - CASE WHEN day(r.birth_date) > m.day_of_month THEN 1 ELSE 0 END) AS age_months
FROM residents r
CROSS JOIN moment m
LEFT JOIN units_on u ON u.unit = r.unit
WHERE (r.stands_from IS NULL OR r.stands_from <= m.day) AND (r.stands_to IS NULL OR m.day <= r.stands_to)
    AND r.residence IN ('permanent', 'temporary', 'away')
QUALIFY row_number() OVER (PARTITION BY r.person ORDER BY r.as_of DESC, r.list, r.row) = 1
