-- Reads spells_now. Makes: the insurer's count: every insurance number on its lists here once, in the first
-- group by the order of the law. One row is a scheme and an insurance number.
SELECT scheme, insurance_key, person, "group", unit, hamlet, list, row
FROM spells_now
WHERE issued_here
QUALIFY row_number() OVER (
    PARTITION BY scheme, insurance_key ORDER BY group_rank, "from" DESC, list, row) = 1
