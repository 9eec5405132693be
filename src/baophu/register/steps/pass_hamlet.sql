-- Reads same_name_and_birth. Makes: candidates of the same hamlet; where several answer, twins perhaps whose names
-- differ by a sign only, each of them may be claimed once. One row is a row and a person.
SELECT
    rid, person, 'name_birth_hamlet' AS step,
    count(*) OVER (PARTITION BY rid) > 1 AS exclusive, weight
FROM same_name_and_birth
WHERE same_hamlet = 1
