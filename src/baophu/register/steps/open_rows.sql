-- Reads rows, links. Makes: the rows that are nobody's yet. One row is a row of a list.
SELECT
    r.rid, r.list_no, r.name, r.name_key, r.birth_date, r.birth_precision, r.sex, r.place, r.hamlet_name,
    r.national_id, r.insurance_number,
    coalesce(r.insurance_number, r.national_id, CAST(r.rid AS VARCHAR)) AS entity
FROM rows r
WHERE NOT EXISTS (SELECT 1 FROM links l WHERE l.rid = r.rid)
