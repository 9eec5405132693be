-- Reads numbered_rows, moment. Makes: who each person is: the values of the best row (the residents' list
-- that stands, an older one, the insurer's, then any other), numbers that it lacks from the others.
-- One row is a person.
WITH ranked AS (
    SELECT
        n.*,
        row_number() OVER (PARTITION BY person ORDER BY
            CASE
                WHEN kind = 'residents' AND (stands_from IS NULL OR stands_from <= m.day)
                    AND (stands_to IS NULL OR m.day <= stands_to) THEN 0
                WHEN kind = 'residents' THEN 1
                WHEN kind = 'participants' THEN 2
                ELSE 3
            END, as_of DESC, rid) AS place_in_row
    FROM numbered_rows n
    CROSS JOIN moment m
),
numbers AS (
    SELECT person,
        min(national_id) AS national_id,
        min(insurance_number) AS insurance_number,
        max(insurance_number) AS other_insurance_number,
        min(ethnicity) AS ethnicity,
        min(as_of) AS first_seen,
        max(as_of) AS last_seen
    FROM numbered_rows
    GROUP BY person
)
SELECT
    r.person, r.name, r.name_key, r.birth_date, r.birth_precision, r.sex,
    coalesce(r.national_id, n.national_id) AS national_id,
    coalesce(r.insurance_number, n.insurance_number) AS insurance_number,
    coalesce(r.ethnicity, n.ethnicity) AS ethnicity,
    r.household, r.relation, r.phone, r.unit, r.hamlet,
    CASE WHEN r.kind <> 'residents' THEN NULL
        WHEN (r.stands_from IS NULL OR r.stands_from <= m.day) AND (r.stands_to IS NULL OR m.day <= r.stands_to)
            THEN coalesce(r.residence, 'permanent')
        ELSE 'gone' END AS residence,
    n.first_seen, n.last_seen, r.list, r.row
FROM ranked r
JOIN numbers n USING (person)
CROSS JOIN moment m
WHERE r.place_in_row = 1
