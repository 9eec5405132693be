-- Reads spells, people, residents_now, moment. Makes: to what day each person has paid voluntary social
-- insurance, how many months at a time, on what income, by the lists that stand and by those that stood when
-- the payment ended. One row is a person who has ever paid.
WITH latest AS (
    SELECT s.* FROM spells s
    CROSS JOIN moment m
    WHERE s.scheme = 'BHXH_TN' AND s."to" IS NOT NULL
        AND (s.stands_from IS NULL OR s.stands_from <= m.day)
        AND (s.stands_to IS NULL OR m.day <= s.stands_to OR s."to" <= s.stands_to)
    QUALIFY row_number() OVER (PARTITION BY s.person ORDER BY s."to" DESC, s.list, s.row) = 1
)
SELECT
    p.person, p.name, p.birth_date, p.sex, p.national_id, p.phone, p.ethnicity,
    coalesce(r.unit, l.unit) AS unit, coalesce(r.hamlet, l.hamlet) AS hamlet, p.household, r.household_key,
    l."to" AS paid_to, coalesce(l.method_months, 1) AS method_months, l.wage AS income,
    coalesce(r.list, l.list) AS list, CASE WHEN r.list IS NULL THEN l.row ELSE r.row END AS row
FROM latest l
JOIN people p USING (person)
LEFT JOIN residents_now r USING (person)
