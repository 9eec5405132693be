-- Reads linked_people, truth_people. Makes: people who are two and were taken for one; whether they were born
-- to one couple. One row is a pair of true persons.
SELECT a.person, b.person AS other, p.siblings > 0 AND p.siblings = q.siblings AS siblings
FROM linked_people a
JOIN linked_people b ON b.made = a.made AND a.person < b.person
JOIN truth_people p ON p.person = a.person
JOIN truth_people q ON q.person = b.person
GROUP BY a.person, b.person, p.siblings, q.siblings
