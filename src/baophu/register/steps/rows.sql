-- Reads placed, standing. Makes: the received rows with the days for which they stand.
-- One row is a row of a list.
SELECT p.* EXCLUDE (extent, hamlet_extent), s.stands_from, s.stands_to
FROM placed p
JOIN standing s USING (list_no, extent, hamlet_extent)
