-- Reads same_name_and_birth. Makes: candidates of the same commune. One row is a row and a person.
SELECT
    rid, entity, person, 'name_birth_commune' AS step, 90 AS score, TRUE AS exclusive,
    4 * (1 - other_number) + 2 * same_spelling + same_sex AS weight
FROM same_name_and_birth
WHERE same_place = 1
