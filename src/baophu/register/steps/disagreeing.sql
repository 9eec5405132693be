-- Reads open_rows, known. Makes: rows that share an identifier with a person but neither name nor birth
-- date, so that one of them is mistyped. One row is a row and a person.
SELECT
    o.rid, k.person,
    CASE WHEN o.national_id = k.national_id THEN 'national_id_disagrees'
        ELSE 'insurance_number_disagrees' END AS step
FROM open_rows o
JOIN known k ON k.national_id = o.national_id OR k.insurance_number = o.insurance_number
