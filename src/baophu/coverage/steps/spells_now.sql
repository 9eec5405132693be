-- Reads spells, moment, units_on. Makes: the participations that run on the day, on the lists that stand.
-- The two sorts of social insurance stand once more as BHXH. One row is a row of a participants' list.
WITH running AS (
    SELECT
        s.person, s.scheme, s."group", s.group_rank, s.insurance_key, s.issued_here,
        coalesce(u.unit_on, s.unit) AS unit, s.hamlet, s."from", s.list, s.row
    FROM spells s
    CROSS JOIN moment m
    LEFT JOIN units_on u ON u.unit = s.unit
    WHERE (s.stands_from IS NULL OR s.stands_from <= m.day) AND (s.stands_to IS NULL OR m.day <= s.stands_to)
        AND (s."from" IS NULL OR s."from" <= m.day) AND (s."to" IS NULL OR m.day <= s."to")
)
SELECT * FROM running
UNION ALL
SELECT person, 'BHXH' AS scheme, "group",
    CASE scheme WHEN 'BHXH_BB' THEN 0 ELSE 1 END AS group_rank,
    insurance_key, issued_here, unit, hamlet, "from", list, row
FROM running
WHERE scheme IN ('BHXH_BB', 'BHXH_TN')
