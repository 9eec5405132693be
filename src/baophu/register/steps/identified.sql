-- Reads received, lists. Makes: what identifies each row, as its list has it. One row is a row of a list.
SELECT
    r.rid, r.list_no, l.kind,
    r.name, r.birth_date, r.birth_precision, r.sex, r.national_id, r.insurance_number, r.unit, r.hamlet_name
FROM received r
JOIN lists l USING (list_no)
