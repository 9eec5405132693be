-- Reads taken, agreements. Makes: the chance in 100 with which likely rows are of their persons, and what agrees. One
-- row is a row of a list.
SELECT t.rid, t.score, a.agreed
FROM taken t
JOIN agreements a USING (rid, person)
