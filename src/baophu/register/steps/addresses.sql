-- Reads found_at, learnt_hamlets, parts. Makes: how many people other lists name where they live, in another hamlet of the
-- commune, and elsewhere. One row in all.
SELECT
    CAST(coalesce(sum(CASE WHEN f.hamlet_no = m.hamlet_no THEN f.people END), 0) AS BIGINT) AS hamlet,
    CAST(coalesce(sum(CASE WHEN f.place_no = p.place_no AND f.hamlet_no <> m.hamlet_no THEN f.people END), 0) AS BIGINT)
        AS other_hamlet,
    CAST(coalesce(sum(CASE WHEN f.place_no <> p.place_no THEN f.people END), 0) AS BIGINT) AS elsewhere
FROM found_at f
JOIN parts p USING (part)
JOIN learnt_hamlets m USING (part)
