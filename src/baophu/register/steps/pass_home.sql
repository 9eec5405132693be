-- Reads same_name_and_birth. Makes: candidates anywhere in the home, who hold no other insurance number.
-- One row is a row and a person.
SELECT
    rid, entity, person, 'name_birth_home' AS step, 80 AS score, TRUE AS exclusive,
    same_sex AS weight
FROM same_name_and_birth
WHERE other_number = 0
