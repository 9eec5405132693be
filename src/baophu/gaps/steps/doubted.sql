-- Reads open_doubts, moment. Makes: the persons who may hold a running card that could be given to
-- nobody, with a chance that is not small or by its number, and why. One row is a person.
SELECT d.person, min(d.step) AS doubt
FROM open_doubts d
CROSS JOIN moment m
WHERE d.weighty AND d.kind = 'participants' AND d.scheme = 'BHYT'
    AND (d.stands_from IS NULL OR d.stands_from <= m.day) AND (d.stands_to IS NULL OR m.day <= d.stands_to)
    AND (d."from" IS NULL OR d."from" <= m.day) AND (d."to" IS NULL OR m.day <= d."to")
GROUP BY d.person
