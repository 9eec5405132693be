-- Reads memberships, spells, moment. Makes: which of the lists that entitle name a person on the day, and
-- whether an employer insures them. One row is a person on any of them.
WITH named AS (
    SELECT person, kind, "group", school, class, list, row
    FROM memberships s
    CROSS JOIN moment m
    WHERE (s.stands_from IS NULL OR s.stands_from <= m.day) AND (s.stands_to IS NULL OR m.day <= s.stands_to)
    UNION ALL
    SELECT person, 'employee' AS kind, NULL AS "group", NULL AS school, NULL AS class, list, row
    FROM spells s
    CROSS JOIN moment m
    WHERE s.scheme = 'BHXH_BB'
        AND (s.stands_from IS NULL OR s.stands_from <= m.day) AND (s.stands_to IS NULL OR m.day <= s.stands_to)
        AND (s."from" IS NULL OR s."from" <= m.day) AND (s."to" IS NULL OR m.day <= s."to")
)
SELECT
    person,
    max(CASE WHEN kind = 'poor_households' AND "group" = 'HN' THEN 1 ELSE 0 END) = 1 AS poor,
    max(CASE WHEN kind = 'poor_households' AND "group" = 'CN' THEN 1 ELSE 0 END) = 1 AS near_poor,
    max(CASE WHEN kind = 'farming_households' THEN 1 ELSE 0 END) = 1 AS farming,
    max(CASE WHEN kind = 'social_protection' THEN 1 ELSE 0 END) = 1 AS protected,
    max(CASE WHEN kind = 'students' THEN 1 ELSE 0 END) = 1 AS student,
    max(CASE WHEN kind = 'employee' THEN 1 ELSE 0 END) = 1 AS employee,
    min(CASE WHEN kind = 'area_residents' THEN "group" END) AS area_group,
    min(school) AS school, min(class) AS class,
    min(CASE WHEN kind = 'students' THEN list END) AS student_list,
    min(CASE WHEN kind = 'students' THEN row END) AS student_row
FROM named
GROUP BY person
