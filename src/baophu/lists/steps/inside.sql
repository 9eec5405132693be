-- Reads listed, spoken, schools, employers, home_provinces. Makes: the rows of the newer and the older lists that lie in
-- what the newer list speaks for, numbered. One row is a row of a list.
WITH placed AS (
    SELECT
        b.*,
        b.scheme || '|' || CASE
            WHEN b.issued_in IS NULL OR h.code IS NOT NULL THEN coalesce(b.unit, '')
            ELSE 'elsewhere' END AS of_scheme,
        b.unit || '|' || b.hamlet_name AS of_hamlet,
        s.school_key AS of_school,
        coalesce(b.tax_code, m.employer_key) AS of_employer,
        'all' AS of_all
    FROM listed b
    LEFT JOIN home_provinces h ON h.code = b.issued_in
    LEFT JOIN schools s ON s.school = b.school
    LEFT JOIN employers m ON m.employer = b.employer
)
SELECT
    row_number() OVER (ORDER BY side, path, row) AS rid,
    p.* EXCLUDE (of_scheme, of_hamlet, of_school, of_employer, of_all)
FROM placed p
WHERE (path, of_scheme) IN (SELECT path, extent FROM spoken)
    OR (path, unit) IN (SELECT path, extent FROM spoken)
    OR (path, of_hamlet) IN (SELECT path, extent FROM spoken)
    OR (path, of_school) IN (SELECT path, extent FROM spoken)
    OR (path, of_employer) IN (SELECT path, extent FROM spoken)
    OR (path, of_all) IN (SELECT path, extent FROM spoken)
