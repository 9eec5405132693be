-- Reads linked. Makes: a number for every way in which rows of a kind came to their person. One row is a way.
SELECT row_number() OVER (ORDER BY kind, step, agreed) AS how, kind, step, agreed
FROM (SELECT DISTINCT kind, step, agreed FROM linked)
