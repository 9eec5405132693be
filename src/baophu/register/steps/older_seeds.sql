-- Reads open_rows, rows. Makes: persons of the residents whom only lists of an earlier time name; rows of several
-- such lists are one person where the national ID is the same, else the n-th of that name, birth date and hamlet.
-- One row is a row of an older residents' list and the person (the smallest such row) it is of.
WITH counted AS (
    SELECT
        r.rid, r.national_id, r.name_key, r.birth_date, r.place, r.hamlet_name,
        row_number() OVER (
            PARTITION BY r.list_no, r.name_key, r.birth_date, r.place, r.hamlet_name
            ORDER BY r.household, r.rid) AS namesake
    FROM open_rows o
    JOIN rows r USING (rid)
    WHERE r.kind = 'residents'
)
SELECT
    rid,
    min(rid) OVER (PARTITION BY CASE
        WHEN national_id IS NOT NULL THEN national_id
        ELSE name_key || '|' || coalesce(CAST(birth_date AS VARCHAR), CAST(rid AS VARCHAR))
            || '|' || coalesce(place, '') || '|' || coalesce(hamlet_name, '') || '|' || CAST(namesake AS VARCHAR)
        END) AS person,
    'resident' AS step, 100 AS score
FROM counted
