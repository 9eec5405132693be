-- Reads known. Makes: the insurance numbers that persons hold. One row is a person with at least one.
SELECT person, min(insurance_number) AS first_number, max(insurance_number) AS last_number
FROM known
WHERE insurance_number IS NOT NULL
GROUP BY person
