-- Reads decided_here, decided_values, identified, lists. Makes: the rows for which each side of a decision holds: the
-- row that was decided on (`direct`), and the rows of the same kind in other lists with all the same values. Without
-- a number values are of one person only where no list has two such rows. One row is a side of a decision and a row.
WITH equal_rows AS (
    SELECT
        v.decision, v.side, v.list, i.rid, i.list_no,
        v.national_id IS NOT NULL OR v.insurance_number IS NOT NULL AS numbered,
        count(*) OVER (PARTITION BY v.decision, v.side, i.list_no) AS in_list
    FROM decided_values v
    JOIN identified i
        ON i.kind = v.kind AND i.name = v.name AND i.birth_date IS NOT DISTINCT FROM v.birth_date
        AND i.birth_precision IS NOT DISTINCT FROM v.birth_precision AND i.sex IS NOT DISTINCT FROM v.sex
        AND i.national_id IS NOT DISTINCT FROM v.national_id
        AND i.insurance_number IS NOT DISTINCT FROM v.insurance_number
        AND i.unit IS NOT DISTINCT FROM v.unit AND i.hamlet_name IS NOT DISTINCT FROM v.hamlet_name
),
judged AS (
    SELECT e.*, max(e.in_list) OVER (PARTITION BY e.decision, e.side) AS most_in_list, l.list = e.list AS of_own_list
    FROM equal_rows e
    JOIN lists l USING (list_no)
)
SELECT decision, side, rid, TRUE AS direct FROM decided_here
UNION ALL
SELECT decision, side, rid, FALSE AS direct FROM judged
WHERE NOT of_own_list AND (numbered OR most_in_list = 1)
