-- Reads open_rows, known. Makes: rows that share an identifier with a person but neither name nor birth
-- date, so that one of them is mistyped. One row is a row and a person.
SELECT DISTINCT o.rid, k.person, 'national_id_disagrees' AS step
FROM open_rows o
JOIN known k ON k.national_id = o.national_id
UNION ALL
SELECT DISTINCT o.rid, k.person, 'insurance_number_disagrees' AS step
FROM open_rows o
JOIN known k ON k.insurance_number = o.insurance_number
