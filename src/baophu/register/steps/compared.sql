-- Reads asked, open_rows, known, held, same_list, shared_households, nobody, limits, numbered_names, numbered_keys, apart.
-- Makes: what agrees of a row and a way of writing a person, by name, birth, place, national ID, insurance number,
-- sex and household; what differs altogether is empty. One row is a row and one way of writing a person it may be of.
WITH persons AS (
    SELECT DISTINCT person FROM asked
),
ways AS (
    SELECT k.* FROM known k JOIN persons USING (person)
),
numbers AS (
    SELECT DISTINCT h.person, h.insurance_number FROM held h JOIN persons USING (person)
),
holders AS (
    SELECT DISTINCT person FROM numbers
)
SELECT
    o.rid, k.person,
    CASE
        WHEN o.name_no = k.name_no OR (o.key_no = k.key_no AND (m.bare OR (y.bare AND (NOT k.seed OR n.residents_bare))))
            THEN 'name'
        WHEN o.key_no = k.key_no THEN 'name but for marks'
        WHEN levenshtein(a.name_key, b.name_key) = 1 THEN 'nearly name'
        WHEN a.letters_no = b.letters_no AND levenshtein(a.name_key, b.name_key) = 2 THEN 'nearly name'
        WHEN a.words_no = b.words_no THEN 'part of name'
        WHEN levenshtein(a.name_key, b.name_key) = 2 THEN 'distantly name'
        WHEN a.short_no = b.short_no OR a.outer_no = b.outer_no OR a.key_no = b.rest_no OR a.rest_no = b.key_no
            THEN 'part of name'
        WHEN (length(a.name_key) >= 9 AND levenshtein(a.name_key, b.name_key) = 3)
            OR (abs(length(a.outer_key) - length(b.outer_key)) <= 1 AND levenshtein(a.outer_key, b.outer_key) <= 1)
            OR (abs(length(a.words_key) - length(b.words_key)) <= 1 AND levenshtein(a.words_key, b.words_key) <= 1)
            OR (length(b.rest_key) >= 4 AND abs(length(a.name_key) - length(b.rest_key)) <= 1
                AND levenshtein(a.name_key, b.rest_key) <= 1)
            OR (length(a.rest_key) >= 4 AND abs(length(b.name_key) - length(a.rest_key)) <= 1
                AND levenshtein(b.name_key, a.rest_key) <= 1)
            THEN 'nearly part of name'
    END AS name,
    CASE
        WHEN o.birth_date = k.birth_date AND o.whole_birth THEN 'birth_date'
        WHEN year(o.birth_date) = year(k.birth_date) AND NOT o.day_written THEN 'birth_year'
        WHEN o.birth_date = k.birth_date THEN 'birth_year'
        WHEN year(o.birth_date) = year(k.birth_date) AND NOT k.whole_birth THEN 'birth_year of the resident'
        WHEN year(o.birth_date) = year(k.birth_date) AND NOT o.whole_birth THEN 'birth_year as 1 January'
        WHEN year(o.birth_date) = year(k.birth_date) AND month(o.birth_date) = day(k.birth_date)
            AND day(o.birth_date) = month(k.birth_date) THEN 'birth_date with day and month exchanged'
        WHEN year(o.birth_date) = year(k.birth_date)
            AND (month(o.birth_date) = month(k.birth_date) OR day(o.birth_date) = day(k.birth_date))
            THEN 'nearly birth_date'
        WHEN year(o.birth_date) = year(k.birth_date) THEN 'birth_year only'
        WHEN month(o.birth_date) = month(k.birth_date) AND day(o.birth_date) = day(k.birth_date)
            AND o.whole_birth THEN 'birth_date but for year'
    END AS birth,
    CASE
        WHEN o.place_no IS NULL OR k.place_no IS NULL THEN 'nowhere'
        WHEN o.place_no <> k.place_no THEN 'elsewhere'
        WHEN o.hamlet_no = k.hamlet_no THEN 'hamlet'
        WHEN o.hamlet_no <> k.hamlet_no THEN 'other hamlet'
        ELSE 'commune'
    END AS place,
    CASE
        WHEN o.national_id = k.national_id THEN 'national_id'
        WHEN length(o.national_id) = length(k.national_id) AND levenshtein(o.national_id, k.national_id) = 1
            AND NOT z.id_is_owned THEN 'nearly national_id'
        WHEN length(o.national_id) = length(k.national_id) AND levenshtein(o.national_id, k.national_id) = 2
            AND NOT z.id_is_owned THEN 'distantly national_id'
        WHEN length(o.national_id) = length(k.national_id) AND NOT z.id_is_owned THEN 'other national_id'
    END AS id,
    CASE
        WHEN i.person IS NOT NULL THEN 'insurance_number'
        WHEN o.insurance_number IS NOT NULL AND h.person IS NOT NULL THEN 'held'
        WHEN o.insurance_number IS NULL AND s.person IS NOT NULL THEN 'held'
    END AS number,
    o.male <> k.male AS other_sex,
    CASE
        WHEN t.their_no IS NULL THEN NULL
        WHEN k.household_no IS NULL THEN NULL
        WHEN e.household_no IS NOT NULL THEN 'household'
        ELSE 'other household'
    END AS household
FROM asked c
JOIN open_rows o USING (rid)
JOIN ways k USING (person)
CROSS JOIN limits n
JOIN numbered_names m ON m.name_no = o.name_no
JOIN numbered_names y ON y.name_no = k.name_no
LEFT JOIN numbered_keys a ON a.key_no = CASE WHEN o.key_no <> k.key_no THEN o.key_no END
LEFT JOIN numbered_keys b ON b.key_no = CASE WHEN o.key_no <> k.key_no THEN k.key_no END
JOIN nobody z ON z.rid = c.rid
LEFT JOIN numbers i ON i.person = k.person AND i.insurance_number = o.insurance_number
LEFT JOIN holders h ON h.person = k.person
LEFT JOIN same_list s ON s.person = k.person AND s.list_no = o.list_no
LEFT JOIN (SELECT DISTINCT their_no FROM shared_households) t ON t.their_no = o.household_no
LEFT JOIN shared_households e ON e.their_no = o.household_no AND e.household_no = k.household_no
WHERE NOT EXISTS (SELECT 1 FROM apart x WHERE x.rid = c.rid AND x.person = c.person)
