-- Reads open_rows, held, known, numbered_keys. Makes: candidates with the same insurance number whose name or birth
-- date agrees too. One row is a row of a list and a person it may be.
SELECT
    o.rid, k.person, 'insurance_number' AS step, FALSE AS exclusive,
    max(CASE WHEN o.key_no = k.key_no THEN 2 ELSE 0 END
        + CASE WHEN o.birth_date = k.birth_date THEN 2 ELSE 0 END) AS weight
FROM open_rows o
JOIN held h ON h.insurance_number = o.insurance_number
JOIN known k ON k.person = h.person
JOIN numbered_keys a ON a.key_no = o.key_no
JOIN numbered_keys b ON b.key_no = k.key_no
WHERE o.key_no = k.key_no
    OR (o.birth_date = k.birth_date AND o.whole_birth)
    OR (year(o.birth_date) = year(k.birth_date) AND levenshtein(a.name_key, b.name_key) <= 2)
GROUP BY o.rid, k.person
