-- Reads open_rows, taken. Makes: the insurance numbers that the rows of a pass bring to their persons. One row is a
-- person and a number.
SELECT DISTINCT t.person, o.insurance_number
FROM taken t
JOIN open_rows o USING (rid)
WHERE o.insurance_number IS NOT NULL
