-- Reads anchored, persons. Makes: the numbers that persons bear no more since they were found to be one with another.
-- One row is such a number.
SELECT a.number, p.person
FROM anchored a
JOIN persons p USING (anchor)
WHERE a.number <> p.person
