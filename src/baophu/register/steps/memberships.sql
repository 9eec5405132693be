-- Reads numbered_rows. Makes: who stands on the lists that entitle: poor, near-poor, farming, protected,
-- of hardship areas, pupils. One row is a row of such a list.
SELECT
    person, kind, "group", school, class, insured, unit, hamlet, stands_from, stands_to, list, row
FROM numbered_rows
WHERE kind IN ('poor_households', 'farming_households', 'social_protection', 'area_residents', 'students')
