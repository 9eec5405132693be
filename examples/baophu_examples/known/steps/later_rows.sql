-- Reads participants (file, with person), residents (with person), truth_people, change (share, day). Makes: the
-- insurer's rows a month later: of the share a third is gone, a third has the values of the police, and as many
-- people who were uncovered have their first card. One row is a row of the list to be.
WITH drawn AS (
    SELECT p.*, hash(p.file, p.row) % 1000000 / 1000000.0 AS fate, c.share
    FROM participants p CROSS JOIN change c
),
kept AS (
    SELECT
        d.* EXCLUDE (fate, share) REPLACE (
            CASE WHEN fate < share * 2 / 3 THEN coalesce(r.name, d.name) ELSE d.name END AS name,
            CASE WHEN fate < share * 2 / 3 THEN coalesce(r.name_key, d.name_key) ELSE d.name_key END AS name_key,
            CASE WHEN fate < share * 2 / 3 THEN coalesce(r.national_id, d.national_id) ELSE d.national_id END
                AS national_id
        )
    FROM drawn d
    LEFT JOIN residents r ON r.person = d.person
    WHERE fate >= share / 3
),
wanted AS (
    SELECT CAST(count(*) * max(share) / 3 AS BIGINT) AS count FROM drawn
),
joined AS (
    SELECT r.* FROM residents r
    JOIN truth_people t USING (person)
    CROSS JOIN wanted w
    WHERE t.uncovered
    QUALIFY row_number() OVER (ORDER BY hash(r.person), r.person) <= max(w.count) OVER ()
)
SELECT * FROM kept
UNION ALL BY NAME
SELECT
    j.person, 'participants-1' AS file, 2000000000 + j.row AS row, '' AS sheet, '' AS doubts, j.name, j.name_key,
    j.birth_date, j.birth_precision, j.sex, j.national_id, '59' || lpad(CAST(j.person AS VARCHAR), 8, '0') AS insurance_number,
    j.unit, j.hamlet_name, 'BHYT' AS scheme, 'GD' AS "group", c.day AS "from", c.day + 364 AS "to"
FROM joined j
CROSS JOIN change c
