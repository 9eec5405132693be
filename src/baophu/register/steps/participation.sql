-- Reads spells, lists. Makes: in what each person takes part through time, one status per scheme and day: what a
-- list says holds while the list stands and the card runs; of several a card of here comes before one of another
-- province, then the first group by the order of the law, then the newer list. Days in a row with one status are
-- one; `list` and `row` are what decides on the last of them. One row is a person, a scheme and a span of days.
WITH said AS (
    SELECT
        s.person, s.scheme, s.issued_here, s.group_rank, s."group", l.as_of, s."from", s.list, s.row, s.unit, s.hamlet,
        CASE WHEN NOT s.issued_here THEN s.issued_in END AS issued_in,
        greatest(coalesce(s."from", DATE '0001-01-01'), coalesce(s.stands_from, DATE '0001-01-01')) AS begins,
        least(coalesce(s."to" + 1, DATE '9999-12-31'), coalesce(s.stands_to + 1, DATE '9999-12-31')) AS ends
    FROM spells s
    JOIN lists l USING (list)
),
several AS (
    SELECT person, scheme FROM said WHERE begins < ends GROUP BY person, scheme HAVING count(*) > 1
),
followed AS (
    SELECT s.*, max(s.ends) OVER (
        PARTITION BY s.person, s.scheme ORDER BY s.begins ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) > s.begins AS begins_before_the_last_ends
    FROM said s
    JOIN several USING (person, scheme)
    WHERE s.begins < s.ends
),
tangled AS (
    SELECT DISTINCT person, scheme FROM followed WHERE begins_before_the_last_ends
),
bounds AS (
    SELECT person, scheme, begins AS day FROM followed JOIN tangled USING (person, scheme)
    UNION
    SELECT person, scheme, ends AS day FROM followed JOIN tangled USING (person, scheme)
),
pieces AS (
    SELECT person, scheme, day AS begins, lead(day) OVER (PARTITION BY person, scheme ORDER BY day) AS ends
    FROM bounds
),
resolved AS (
    SELECT
        p.person, p.scheme, f.issued_here, f."group", f.issued_in, p.begins, p.ends, f.list, f.row, f.unit, f.hamlet
    FROM pieces p
    JOIN followed f
        ON f.person = p.person AND f.scheme = p.scheme AND f.begins <= p.begins AND p.ends <= f.ends
    QUALIFY row_number() OVER (
        PARTITION BY p.person, p.scheme, p.begins
        ORDER BY f.issued_here DESC, f.group_rank, f.as_of DESC, f."from" DESC, f.list, f.row) = 1
    UNION ALL
    SELECT
        f.person, f.scheme, f.issued_here, f."group", f.issued_in, f.begins, f.ends, f.list, f.row, f.unit, f.hamlet
    FROM followed f
    LEFT JOIN tangled t ON t.person = f.person AND t.scheme = f.scheme
    WHERE t.person IS NULL
),
told_alike AS (
    SELECT
        *,
        CASE WHEN issued_here THEN 'here' ELSE 'elsewhere ' || coalesce(issued_in, '') END || '|' || coalesce("group", '')
            AS alike
    FROM resolved
),
in_a_row AS (
    SELECT
        *,
        lag(ends) OVER in_order IS DISTINCT FROM begins OR lag(alike) OVER in_order <> alike AS is_first,
        lead(begins) OVER in_order IS DISTINCT FROM ends OR lead(alike) OVER in_order <> alike AS is_last
    FROM told_alike
    WINDOW in_order AS (PARTITION BY person, scheme ORDER BY begins)
),
joined AS (
    SELECT
        person, scheme, issued_here, "group", issued_in, is_last, ends, list, row, unit, hamlet,
        max(CASE WHEN is_first THEN begins END) OVER (PARTITION BY person, scheme ORDER BY begins) AS begins
    FROM in_a_row
    WHERE is_first OR is_last
),
spans AS (
    SELECT person, scheme, issued_here, "group", issued_in, begins, ends, list, row, unit, hamlet
    FROM joined
    WHERE is_last
    UNION ALL
    SELECT
        s.person, s.scheme, s.issued_here, s."group", s.issued_in, s.begins, s.ends, s.list, s.row, s.unit, s.hamlet
    FROM said s
    LEFT JOIN several n ON n.person = s.person AND n.scheme = s.scheme
    WHERE n.person IS NULL AND s.begins < s.ends
)
SELECT
    person, scheme, CASE WHEN issued_here THEN 'here' ELSE 'elsewhere' END AS status, "group", issued_in,
    nullif(begins, DATE '0001-01-01') AS "from", nullif(ends, DATE '9999-12-31') - 1 AS "to",
    unit, hamlet, list, row
FROM spans
