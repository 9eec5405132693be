-- Reads numbered_rows. Makes: births, deaths and moves by other lists than the residents'; also the deaths by which
-- people leave a scheme. One row is a row of such a list.
SELECT
    person, CASE WHEN died_on IS NULL THEN kind ELSE 'deaths' END AS kind,
    birth_date, registered_on, card_date, CASE WHEN died_on IS NULL THEN direction END AS direction,
    CASE kind WHEN 'births' THEN birth_date WHEN 'deaths' THEN death_date WHEN 'moves' THEN moved_on ELSE died_on END
        AS happened_on,
    unit, hamlet, list, row
FROM numbered_rows
WHERE kind IN ('births', 'deaths', 'moves') OR died_on IS NOT NULL
