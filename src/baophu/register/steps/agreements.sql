-- Reads compared, in which the asked pairs are. Makes: what agrees of a row and a person, in words divided by commas.
-- One row is a row and a person.
SELECT
    rid, person,
    max(concat_ws(',', name, birth,
        CASE place WHEN 'hamlet' THEN 'commune,hamlet' WHEN 'other hamlet' THEN 'commune' WHEN 'commune' THEN 'commune' END,
        CASE WHEN id <> 'other national_id' THEN id END,
        CASE WHEN number <> 'held' THEN number END,
        CASE WHEN household <> 'other household' THEN household END)) AS agreed
FROM compared
GROUP BY rid, person
