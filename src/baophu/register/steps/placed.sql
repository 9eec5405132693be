-- Reads received, lists, hamlets, ground, schools, home_provinces. Makes: each received row with its number `rid`
-- (list, then row of its sheet, which has fewer than 2,097,152), its hamlet, the place its ground belongs to today, and the two extents by
-- which a newer list can take its place. One row is a row of a list.
SELECT
    CAST(l.list_no AS BIGINT) * 2097152 + r.row AS rid,
    l.list_no, l.list, l.kind, l.as_of, r.* EXCLUDE (path),
    h.hamlet, g.place,
    r.issued_in IS NULL OR i.code IS NOT NULL AS issued_here,
    CASE l.kind
        WHEN 'participants' THEN r.scheme || '|' || CASE
            WHEN r.issued_in IS NULL OR i.code IS NOT NULL THEN coalesce(r.unit, '')
            ELSE 'elsewhere' END
        WHEN 'students' THEN coalesce(s.school_key, '')
        ELSE coalesce(r.unit, '')
    END AS extent,
    coalesce(r.unit, '') || '|' || coalesce(r.hamlet_name, '') AS hamlet_extent
FROM received r
JOIN lists l ON l.path = r.path
LEFT JOIN home_provinces i ON i.code = r.issued_in AND i.as_of = l.as_of
LEFT JOIN ground g ON g.unit = r.unit
LEFT JOIN hamlets h ON h.unit = r.unit AND h.hamlet_name = r.hamlet_name
LEFT JOIN schools s ON s.school = r.school
