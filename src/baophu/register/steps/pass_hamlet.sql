-- Reads same_name_and_birth. Makes: candidates of the same hamlet; where several answer or might, twins perhaps
-- whose names differ by a sign only, each of them may be claimed once. One row is a row and a person.
SELECT
    rid, person, 'name_birth_hamlet' AS step,
    has_rival = 1 OR count(*) OVER (PARTITION BY rid) > 1 AS exclusive, weight
FROM same_name_and_birth
WHERE same_hamlet = 1
