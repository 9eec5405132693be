-- Reads people, residents_now, cards, entitled, happened, doubted. Makes: everything that decides whether
-- and how a person is to be reached. People on no residents' list are here only as pupils or newborns.
-- One row is a person.
SELECT
    p.person, p.name, p.birth_date, p.birth_precision, p.sex, p.national_id, p.ethnicity, p.phone,
    r.person IS NOT NULL AS resident, r.residence,
    coalesce(r.unit, p.unit) AS unit, coalesce(r.hamlet, p.hamlet) AS hamlet,
    p.household, r.household_key, coalesce(r.relation, p.relation) AS relation,
    coalesce(r.list, e.student_list, h.birth_list, p.list) AS list,
    CASE WHEN r.person IS NOT NULL THEN r.row WHEN e.student_list IS NOT NULL THEN e.student_row
        WHEN h.birth_list IS NOT NULL THEN h.birth_row ELSE p.row END AS row,
    coalesce(c.here, FALSE) AS here, coalesce(c.elsewhere, FALSE) AS elsewhere, coalesce(c.coming, FALSE) AS coming,
    c.until, c.ended, c.elsewhere_from, c.card_from, r.as_of AS listed_on, c.last_group, c.last_paid_by,
    coalesce(e.poor, FALSE) AS poor, coalesce(e.near_poor, FALSE) AS near_poor,
    coalesce(e.farming, FALSE) AS farming, coalesce(e.protected, FALSE) AS protected,
    coalesce(e.student, FALSE) AS student, coalesce(e.employee, FALSE) AS employee, e.school, e.class,
    coalesce(h.dead, FALSE) AS dead, coalesce(h.gone, FALSE) AS gone, h.died_on, h.left_on,
    h.born_on, h.registered_on, h.card_on, d.doubt, e.area_group
FROM people p
LEFT JOIN residents_now r USING (person)
LEFT JOIN cards c USING (person)
LEFT JOIN entitled e USING (person)
LEFT JOIN happened h USING (person)
LEFT JOIN doubted d USING (person)
WHERE r.person IS NOT NULL OR e.student OR h.born_on IS NOT NULL
