-- Reads received, lists. Makes: numbers for the households that lists name; many hamlets count theirs from 1, and the
-- insurer's numbers are not those of the police. One row is a household of a hamlet by a kind of list.
SELECT
    CAST(row_number() OVER (ORDER BY kind, unit, hamlet_name, household) AS INTEGER) AS household_no,
    kind, unit, hamlet_name, household
FROM (
    SELECT DISTINCT l.kind, r.unit, r.hamlet_name, r.household
    FROM received r
    JOIN lists l USING (list_no)
    WHERE r.household IS NOT NULL
)
