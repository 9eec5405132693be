-- Reads candidates. Makes: the rows that exactly one person answers best; a candidate of an exclusive pass
-- is dropped where rows of several holders claim the person. One row is a row and the person it is of.
WITH claims AS (
    SELECT person, min(entity) AS first_entity, max(entity) AS last_entity FROM candidates GROUP BY person
),
best AS (
    SELECT rid, max(weight) AS weight FROM candidates GROUP BY rid
)
SELECT
    c.rid, min(c.person) AS person, min(c.step) AS step, min(c.score) AS score
FROM candidates c
JOIN best b ON b.rid = c.rid AND b.weight = c.weight
JOIN claims k ON k.person = c.person
GROUP BY c.rid
HAVING min(c.person) = max(c.person)
    AND min(CASE WHEN c.exclusive AND k.first_entity <> k.last_entity THEN 0 ELSE 1 END) = 1
