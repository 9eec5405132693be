-- Reads rows, links. Makes: the insurance numbers that persons hold. One row is a person and a number, and may
-- stand twice.
SELECT DISTINCT l.person, r.insurance_number
FROM links l
JOIN rows r USING (rid)
WHERE r.insurance_number IS NOT NULL
