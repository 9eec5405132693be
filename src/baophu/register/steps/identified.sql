-- Reads rows. Makes: what identifies each row, as its list has it. One row is a row of a list.
SELECT
    rid, list_no, kind,
    name, birth_date, birth_precision, sex, national_id, insurance_number, unit, hamlet_name
FROM rows
