-- Reads counts, indexed_places. Makes: both numerators of the build's day, with a number for each count.
-- One row is a count.
SELECT
    row_number() OVER (ORDER BY c.scheme, c.numerator_kind, w.place, c."group") AS count_number,
    c.scheme, c.numerator_kind, w.place, c."group", c.people
FROM counts c
JOIN indexed_places w ON coalesce(w.unit, '') = c.unit AND coalesce(w.hamlet, '') = c.hamlet
