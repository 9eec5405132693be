-- Reads doubtful, agreements. Makes: rows that may be of a person, with the chance in 100 and what agrees. One row is a
-- row and a person.
SELECT d.rid, d.person, d.step, d.score, a.agreed
FROM doubtful d
JOIN agreements a USING (rid, person)
