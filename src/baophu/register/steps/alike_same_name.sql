-- Reads open_rows, known, free. Makes: persons of the same folded name and birth year: of the row's place, and of
-- others where no more than a dozen hold no number yet. One row is a row and a
-- person, and may stand twice.
WITH elsewhere AS (
    SELECT *, year(birth_date) AS birth_year, count(*) OVER (PARTITION BY key_no, year(birth_date)) AS namesakes
    FROM free
)
SELECT o.rid, k.person
FROM open_rows o
JOIN known k
    ON k.key_no = o.key_no AND k.place_no = o.place_no AND year(k.birth_date) = year(o.birth_date)
WHERE coalesce(k.male = o.male, TRUE)
UNION ALL
SELECT o.rid, e.person
FROM open_rows o
JOIN elsewhere e ON e.key_no = o.key_no AND e.birth_year = year(o.birth_date)
WHERE e.namesakes <= 12 AND e.place_no IS DISTINCT FROM o.place_no AND coalesce(e.male = o.male, TRUE)
