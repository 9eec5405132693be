-- Reads same_name_and_birth. Makes: candidates of the same commune for the rows that no hamlet answered. One row is a
-- row and a person.
SELECT rid, person, 'name_birth_commune' AS step, TRUE AS exclusive, weight
FROM same_name_and_birth
