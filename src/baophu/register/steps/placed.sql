-- Reads received, lists, hamlets, ground, schools, home_provinces. Makes: what rows of one list share that speak
-- for the same: its place today, its hamlet there, and the two extents by which a newer list can take its place.
-- `hamlet_no` stands for a name of a hamlet in a place. One row is a list, and a scheme, unit, hamlet, school and
-- province of issue that it names.
WITH named AS (
    SELECT DISTINCT list_no, scheme, unit, hamlet_name, school, issued_in FROM received
),
found AS (
    SELECT
        n.*, l.kind, l.as_of, l.batch, h.hamlet, g.place,
        n.issued_in IS NULL OR i.code IS NOT NULL AS issued_here,
        s.school_key
    FROM named n
    JOIN lists l USING (list_no)
    LEFT JOIN home_provinces i ON i.code = n.issued_in AND i.as_of = l.as_of
    LEFT JOIN ground g ON g.unit = n.unit
    LEFT JOIN hamlets h ON h.unit = n.unit AND h.hamlet_name = n.hamlet_name
    LEFT JOIN schools s ON s.school = n.school
)
SELECT
    p.*,
    CAST(row_number() OVER (ORDER BY list_no, scheme, unit, hamlet_name, school, issued_in) AS INTEGER) AS part,
    CASE WHEN place IS NOT NULL THEN CAST(dense_rank() OVER (ORDER BY place) AS INTEGER) END AS place_no,
    CASE WHEN place IS NOT NULL AND hamlet_name IS NOT NULL
        THEN CAST(dense_rank() OVER (ORDER BY place, hamlet_name) AS INTEGER) END AS hamlet_no,
    CASE kind
        WHEN 'participants' THEN scheme || '|' || CASE WHEN issued_here THEN coalesce(unit, '') ELSE 'elsewhere' END
        WHEN 'students' THEN coalesce(school_key, '')
        ELSE coalesce(unit, '')
    END AS extent,
    coalesce(unit, '') || '|' || coalesce(hamlet_name, '') AS hamlet_extent
FROM found p
