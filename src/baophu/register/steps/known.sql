-- Reads rows, parts, links. Makes: what the residents' lists that stand say of the persons (`seed`); what other
-- lists say comes to it. One row is one way in which a list writes a person.
SELECT
    l.person, r.name_no, r.key_no, r.birth_date, r.whole_birth, r.day_written, r.male, r.national_id,
    p.place_no, p.hamlet_no, CASE WHEN p.kind = 'residents' THEN r.household_no END AS household_no, TRUE AS seed
FROM links l
JOIN rows r USING (rid)
JOIN parts p USING (part)
