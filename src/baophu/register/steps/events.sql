-- Reads numbered_rows. Makes: births, deaths and moves by other lists than the residents'. One row is a row
-- of such a list.
SELECT
    person, kind, birth_date, registered_on, card_date, direction,
    CASE kind WHEN 'births' THEN birth_date WHEN 'deaths' THEN death_date ELSE moved_on END AS happened_on,
    unit, hamlet, list, row
FROM numbered_rows
WHERE kind IN ('births', 'deaths', 'moves')
