-- Reads known, held. Makes: what is known of the persons who hold no insurance number. One row is a way of writing.
SELECT k.person, k.key_no, k.birth_date, k.whole_birth, k.place_no, k.male
FROM known k
WHERE NOT EXISTS (SELECT 1 FROM held h WHERE h.person = k.person)
