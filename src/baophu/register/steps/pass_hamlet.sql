-- Reads same_name_and_birth. Makes: candidates of the same hamlet. One row is a row and a person.
SELECT
    rid, entity, person, 'name_birth_hamlet' AS step, 95 AS score, FALSE AS exclusive,
    2 * (1 - other_number) + same_sex AS weight
FROM same_name_and_birth
WHERE same_hamlet = 1
