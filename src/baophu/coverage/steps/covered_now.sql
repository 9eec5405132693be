-- Reads spells_now, residents_now. Makes: the residents who take part, wherever their card is from, in the
-- first group by the order of the law. One row is a scheme and a person.
SELECT s.scheme, s.person, s."group", r.unit, r.hamlet, s.issued_here, s.list, s.row
FROM spells_now s
JOIN residents_now r USING (person)
QUALIFY row_number() OVER (
    PARTITION BY s.scheme, s.person ORDER BY s.issued_here DESC, s.group_rank, s."from" DESC, s.list, s.row) = 1
