-- Reads placed, standing, moment. Makes: the parts of lists with the days for which their rows stand, and whether they
-- stand on the day. One row is a part of a list, as in `placed`.
SELECT
    p.*, s.stands_from, s.stands_to,
    (s.stands_from IS NULL OR s.stands_from <= m.day) AND (s.stands_to IS NULL OR m.day <= s.stands_to) AS stands
FROM placed p
JOIN standing s USING (list_no, extent, hamlet_extent)
CROSS JOIN moment m
