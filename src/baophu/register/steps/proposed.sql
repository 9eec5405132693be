-- Reads decided_pairs, numbered_rows. Makes: the persons whom someone says to be one with another, where a second
-- decision is awaited. One row is a person's row and a row of the other.
SELECT k.person, o.person AS other_person, k.list, k.row, o.list AS other_list, o.row AS other_row, k.unit, k.hamlet
FROM decided_pairs d
JOIN numbered_rows k ON k.rid = d.rid
JOIN numbered_rows o ON o.rid = d.other_rid
WHERE d.effect = 'proposed' AND k.person <> o.person
