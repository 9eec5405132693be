-- Reads population_now, indexed_places. Makes: how many live where, and how many of them are of working age. One row
-- is a place.
SELECT w.place, p.population, p.working_age
FROM population_now p
JOIN indexed_places w ON coalesce(w.unit, '') = p.unit AND coalesce(w.hamlet, '') = p.hamlet
