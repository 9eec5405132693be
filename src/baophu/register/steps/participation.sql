-- Reads spells, lists. Makes: in what each person takes part through time, one status per scheme and day. A row says
-- it of the days on which its card runs and its list stands; of earlier days of the card too, where no list that
-- stood then gives a status (a list of changes says nothing of before its time). Of several a card of here comes
-- before one of another province, then the first group by the order of the law, then the newer list. Days in a row
-- with one status are one; `list` and `row` are what decides on the last of them. One row is a person, a scheme and
-- a span of days.
WITH said AS (
    SELECT
        s.person, s.scheme, s.issued_here, s.group_rank, s."group", l.as_of, s."from", s.list, s.row, s.unit, s.hamlet,
        CASE WHEN NOT s.issued_here THEN s.issued_in END AS issued_in,
        CASE WHEN l.kind = 'participants' AND s."from" < s.stands_from THEN s."from" END AS before_from,
        greatest(coalesce(s."from", DATE '0001-01-01'), coalesce(s.stands_from, DATE '0001-01-01')) AS begins,
        least(coalesce(s."to" + 1, DATE '9999-12-31'), coalesce(s.stands_to + 1, DATE '9999-12-31')) AS ends
    FROM spells s
    JOIN lists l USING (list)
),
several AS (
    SELECT person, scheme FROM said WHERE coalesce(before_from, begins) < ends GROUP BY person, scheme HAVING count(*) > 1
),
followed AS (
    SELECT s.*, max(s.ends) OVER (
        PARTITION BY s.person, s.scheme ORDER BY s.begins ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS last_ends
    FROM said s
    JOIN several USING (person, scheme)
    WHERE coalesce(s.before_from, s.begins) < s.ends
),
tangled AS (
    SELECT person, scheme
    FROM followed
    GROUP BY person, scheme
    HAVING max(CASE WHEN begins >= ends OR last_ends > begins THEN 1 ELSE 0 END) = 1
        OR min(before_from) < min(begins)
        OR count(before_from) > 0 AND max(CASE WHEN last_ends < begins THEN 1 ELSE 0 END) = 1
),
knotted AS (
    SELECT f.* FROM followed f
    JOIN tangled USING (person, scheme)
),
parts AS (
    SELECT TRUE AS stands, k.begins AS part_begins, k.ends AS part_ends, k.* FROM knotted k
    WHERE k.begins < k.ends
    UNION ALL
    SELECT FALSE AS stands, k.before_from AS part_begins, least(k.begins, k.ends) AS part_ends, k.* FROM knotted k
    WHERE k.before_from < k.ends
),
bounds AS (
    SELECT person, scheme, part_begins AS day FROM parts
    UNION
    SELECT person, scheme, part_ends AS day FROM parts
),
pieces AS (
    SELECT person, scheme, day AS begins, lead(day) OVER (PARTITION BY person, scheme ORDER BY day) AS ends
    FROM bounds
),
resolved AS (
    SELECT
        p.person, p.scheme, s.issued_here, s."group", s.issued_in, p.begins, p.ends, s.list, s.row, s.unit, s.hamlet
    FROM pieces p
    JOIN parts s
        ON s.person = p.person AND s.scheme = p.scheme AND s.part_begins <= p.begins AND p.ends <= s.part_ends
    QUALIFY row_number() OVER (
        PARTITION BY p.person, p.scheme, p.begins
        ORDER BY s.stands DESC, s.issued_here DESC, s.group_rank, s.as_of DESC, s."from" DESC, s.list, s.row) = 1
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
        s.person, s.scheme, s.issued_here, s."group", s.issued_in, coalesce(s.before_from, s.begins) AS begins, s.ends,
        s.list, s.row, s.unit, s.hamlet
    FROM said s
    LEFT JOIN several n ON n.person = s.person AND n.scheme = s.scheme
    WHERE n.person IS NULL AND coalesce(s.before_from, s.begins) < s.ends
)
SELECT
    person, scheme, CASE WHEN issued_here THEN 'here' ELSE 'elsewhere' END AS status, "group", issued_in,
    nullif(begins, DATE '0001-01-01') AS "from", nullif(ends, DATE '9999-12-31') - 1 AS "to",
    unit, hamlet, list, row
FROM spans
