-- Reads same_name_and_birth, open_rows. Makes: candidates of the same commune for the rows that no hamlet answered.
-- One row is a row and a person.
SELECT s.rid, s.person, 'name_birth_commune' AS step, TRUE AS exclusive, s.weight
FROM same_name_and_birth s
JOIN open_rows o USING (rid)
