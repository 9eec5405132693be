-- Reads history, moment. Makes: the days whose counts are kept. One row is a day.
SELECT day FROM history
UNION
SELECT day FROM moment
