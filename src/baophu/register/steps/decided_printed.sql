-- Reads decision_rows, decided_cells, identified. Makes: what identified the rows of decisions whose lists are gone,
-- told by the fingerprint (see `register.prints`) of a row that has the same. One row is a side of a decision.
WITH missing AS (
    SELECT d.decision, d.side, d.list, d.print
    FROM decision_rows d
    WHERE NOT EXISTS (SELECT 1 FROM decided_cells c WHERE c.list = d.list AND c.row = d.row)
),
printed AS (
    SELECT
        kind, name, birth_date, birth_precision, sex, national_id, insurance_number, unit, hamlet_name,
        sha256(concat_ws(chr(31), kind, coalesce(name, ''), coalesce(CAST(birth_date AS VARCHAR), ''),
            coalesce(birth_precision, ''), coalesce(sex, ''), coalesce(national_id, ''),
            coalesce(insurance_number, ''), coalesce(unit, ''), coalesce(hamlet_name, ''))) AS print
    FROM identified
)
SELECT DISTINCT m.decision, m.side, m.list, p.* EXCLUDE (print)
FROM missing m
JOIN printed p USING (print)
