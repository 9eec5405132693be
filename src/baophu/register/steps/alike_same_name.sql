-- Reads open_rows, known, free. Makes: persons of the same folded name: born in the same year in the row's place;
-- elsewhere, where they hold no number yet, born on the same day, or in the same year where no more than a dozen
-- were; and whoever has its national ID. One row is a row and a person, and may stand twice.
WITH few AS (
    SELECT key_no, year(birth_date) AS birth_year FROM free GROUP BY key_no, year(birth_date) HAVING count(*) <= 12
)
SELECT o.rid, k.person
FROM open_rows o
JOIN known k
    ON k.key_no = o.key_no AND k.place_no = o.place_no AND year(k.birth_date) = year(o.birth_date)
UNION ALL
SELECT o.rid, f.person
FROM open_rows o
JOIN free f ON f.key_no = o.key_no AND f.birth_date = o.birth_date
WHERE o.whole_birth AND f.place_no IS DISTINCT FROM o.place_no
UNION ALL
SELECT o.rid, f.person
FROM open_rows o
JOIN few w ON w.key_no = o.key_no AND w.birth_year = year(o.birth_date)
JOIN free f ON f.key_no = w.key_no AND year(f.birth_date) = w.birth_year
WHERE NOT (o.whole_birth AND f.birth_date = o.birth_date)
    AND f.place_no IS DISTINCT FROM o.place_no
UNION ALL
SELECT o.rid, k.person
FROM open_rows o
JOIN known k ON k.national_id = o.national_id
