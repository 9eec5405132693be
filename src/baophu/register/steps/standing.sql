-- Reads placed, extents. Makes: the days for which the rows of a list stand, for each extent they lie in:
-- until the day before the next list of that kind speaks for the extent; from its own day, or from ever
-- where no earlier list speaks for it. Events stand for good. One row is a list and its two extents.
WITH spoken AS (
    SELECT DISTINCT list_no, kind, as_of, extent, hamlet_extent FROM placed
)
SELECT
    p.list_no, p.extent, p.hamlet_extent,
    max(CASE WHEN e.as_of < p.as_of THEN p.as_of END) AS stands_from,
    min(CASE WHEN e.as_of > p.as_of THEN e.as_of END) - 1 AS stands_to
FROM spoken p
LEFT JOIN extents e
    ON e.kind = p.kind AND e.extent IN (p.extent, p.hamlet_extent)
    AND p.kind NOT IN ('births', 'deaths', 'moves')
GROUP BY p.list_no, p.extent, p.hamlet_extent
