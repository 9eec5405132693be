-- Reads people, indexed_places. Makes: the words by which a person is found: those of the name, and one for the place
-- (with letters that no folded name has). The number orders shorter names first and holds the person's in its
-- last 40 bits. One row is a person.
SELECT
    (CAST(length(p.name_key) AS BIGINT) << 40) + p.person AS number,
    p.name_key || ' nơi' || CAST(w.place AS VARCHAR) AS words
FROM people p
JOIN indexed_places w ON w.unit IS NOT DISTINCT FROM p.unit AND w.hamlet IS NOT DISTINCT FROM p.hamlet
WHERE p.name_key IS NOT NULL
