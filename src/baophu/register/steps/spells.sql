-- Reads numbered_rows, group_order. Makes: participations as the insurer's lists give them. `insurance_key`
-- stands for the insurance number without showing it; `group_rank` is the order of the law. One row is a
-- row of a participants' list.
SELECT
    n.person, n.scheme, n."group", coalesce(g.rank, 999) AS group_rank, g.payer AS paid_by,
    n."from", n."to", n.method_months, n.employer, n.wage,
    n.issued_in, n.issued_here, n.unit, n.hamlet,
    dense_rank() OVER (ORDER BY n.insurance_number) AS insurance_key,
    n.stands_from, n.stands_to, n.list, n.row
FROM numbered_rows n
LEFT JOIN group_order g ON g.code = n."group"
WHERE n.kind = 'participants'
