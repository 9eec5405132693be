-- Reads numbered_rows, proven_holders, moment. Makes: the rows of health insurance cards that run on the day, of people
-- who hold none that is proven to be theirs. One row is a row of an insurer's list.
SELECT
    n.rid, n.person, n.national_id, n.insurance_number, coalesce(n.place, n.unit) AS unit, n.hamlet,
    least(n.score, 100) AS score
FROM numbered_rows n
CROSS JOIN moment m
WHERE n.kind = 'participants' AND n.scheme = 'BHYT'
    AND (n.stands_from IS NULL OR n.stands_from <= m.day) AND (n.stands_to IS NULL OR m.day <= n.stands_to)
    AND (n."from" IS NULL OR n."from" <= m.day) AND (n."to" IS NULL OR m.day <= n."to")
    AND NOT EXISTS (SELECT 1 FROM proven_holders p WHERE p.person = n.person)
