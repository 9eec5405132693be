-- Reads doubts, links. Makes: the doubts of rows that are nobody's yet, under the persons that decisions made of theirs;
-- of several that came to one person the likeliest. One row is a row and a person.
SELECT d.rid, l.person, d.step, d.score, d.agreed
FROM doubts d
JOIN links l ON l.rid = d.person
WHERE NOT EXISTS (SELECT 1 FROM links k WHERE k.rid = d.rid)
QUALIFY row_number() OVER (PARTITION BY d.rid, l.person ORDER BY d.score DESC, d.step, d.person) = 1
