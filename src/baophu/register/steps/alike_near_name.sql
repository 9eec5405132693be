-- Reads open_rows, known, free, held, numbered_keys. Makes: persons of a name that is nearly the same (two letters; a
-- middle name, the first word or their order; initials; of the same hamlet or day also one of these and a letter, or
-- three letters of a long name): of the row's place, born on that day, or in that year where one side may know no more,
-- or with day and month exchanged; of another place, born on that day and without a number yet. Persons of the same
-- name and place, born on that day of another year. Persons with the same number, whatever else they are. One row is a
-- row and a person, and may stand twice.
WITH pairs AS (
    SELECT o.rid, k.person, o.key_no, k.key_no AS other_key_no, TRUE AS close
    FROM open_rows o
    JOIN known k ON k.place_no = o.place_no AND k.birth_date = o.birth_date
    WHERE o.whole_birth AND k.key_no <> o.key_no
    UNION ALL
    SELECT o.rid, k.person, o.key_no, k.key_no AS other_key_no, coalesce(k.hamlet_no = o.hamlet_no, TRUE) AS close
    FROM open_rows o
    JOIN known k ON k.place_no = o.place_no AND year(k.birth_date) = year(o.birth_date)
    WHERE NOT (o.whole_birth AND k.whole_birth) AND k.key_no <> o.key_no
    UNION ALL
    SELECT o.rid, k.person, o.key_no, k.key_no AS other_key_no, coalesce(k.hamlet_no = o.hamlet_no, TRUE) AS close
    FROM open_rows o
    JOIN known k
        ON k.place_no = o.place_no AND year(k.birth_date) = year(o.birth_date)
        AND month(k.birth_date) = day(o.birth_date) AND day(k.birth_date) = month(o.birth_date)
    WHERE o.whole_birth AND k.birth_date <> o.birth_date AND k.key_no <> o.key_no
    UNION ALL
    SELECT o.rid, f.person, o.key_no, f.key_no AS other_key_no, FALSE AS close
    FROM open_rows o
    JOIN free f ON f.birth_date = o.birth_date
    WHERE o.whole_birth AND f.key_no <> o.key_no AND f.place_no IS DISTINCT FROM o.place_no
)
SELECT p.rid, p.person
FROM pairs p
JOIN numbered_keys a ON a.key_no = p.key_no
JOIN numbered_keys b ON b.key_no = p.other_key_no
WHERE a.outer_no = b.outer_no OR a.words_no = b.words_no OR a.short_no = b.short_no
    OR a.key_no = b.rest_no OR a.rest_no = b.key_no
    OR (abs(length(a.name_key) - length(b.name_key)) <= 2 AND levenshtein(a.name_key, b.name_key) <= 2)
    OR (p.close AND (
        (length(a.name_key) >= 9 AND abs(length(a.name_key) - length(b.name_key)) <= 3
            AND levenshtein(a.name_key, b.name_key) = 3)
        OR (abs(length(a.outer_key) - length(b.outer_key)) <= 1 AND levenshtein(a.outer_key, b.outer_key) <= 1)
        OR (abs(length(a.words_key) - length(b.words_key)) <= 1 AND levenshtein(a.words_key, b.words_key) <= 1)
        OR (length(b.rest_key) >= 4 AND abs(length(a.name_key) - length(b.rest_key)) <= 1
            AND levenshtein(a.name_key, b.rest_key) <= 1)
        OR (length(a.rest_key) >= 4 AND abs(length(b.name_key) - length(a.rest_key)) <= 1
            AND levenshtein(b.name_key, a.rest_key) <= 1)))
UNION ALL
SELECT o.rid, k.person
FROM open_rows o
JOIN known k
    ON k.key_no = o.key_no AND k.place_no = o.place_no AND month(k.birth_date) = month(o.birth_date)
    AND day(k.birth_date) = day(o.birth_date)
WHERE o.whole_birth AND k.birth_date <> o.birth_date
UNION ALL
SELECT o.rid, k.person
FROM open_rows o
JOIN known k ON k.national_id = o.national_id
UNION ALL
SELECT o.rid, h.person
FROM open_rows o
JOIN held h ON h.insurance_number = o.insurance_number
