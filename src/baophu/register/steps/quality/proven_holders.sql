-- Reads numbered_rows, moment. Makes: the people who hold a health insurance card that runs on the day with a national
-- ID that a residents' list gives them too. One row is a person.
SELECT DISTINCT n.person
FROM numbered_rows n
JOIN numbered_rows r ON r.kind = 'residents' AND r.person = n.person AND r.national_id = n.national_id
CROSS JOIN moment m
WHERE n.kind = 'participants' AND n.scheme = 'BHYT'
    AND (n.stands_from IS NULL OR n.stands_from <= m.day) AND (n.stands_to IS NULL OR m.day <= n.stands_to)
    AND (n."from" IS NULL OR n."from" <= m.day) AND (n."to" IS NULL OR m.day <= n."to")
