-- Reads reviews, people, indexed_places, indexed_sources. Makes: the pairs to decide in the order in which they
-- are asked about. `place` is where `person` is, `other_place` where the one is as whom the row stands meanwhile.
-- One row is two people.
SELECT
    r.turn, r.person, r.stands_as, w.place, o.place AS other_place, r.effect, r.change, r.leaves, r.step, r.score,
    r.kind, r.scheme, l.list_number, r.row, k.list_number AS known_list_number, r.known_row
FROM reviews r
JOIN indexed_places w ON w.unit IS NOT DISTINCT FROM r.unit AND w.hamlet IS NOT DISTINCT FROM r.hamlet
JOIN people s ON s.person = r.stands_as
JOIN indexed_places o ON o.unit IS NOT DISTINCT FROM s.unit AND o.hamlet IS NOT DISTINCT FROM s.hamlet
JOIN indexed_sources l ON l.list = r.list
JOIN indexed_sources k ON k.list = r.known_list
