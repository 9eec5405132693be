-- Reads unproven_cards, numbered_rows, residents, residents_now, open_doubts, doubted. Makes: who holds a health insurance
-- card that no number proves to be theirs, and what is known of it: `lives` (`here`; `left`, who is on an older residents'
-- list only or marked as gone; `aside`, who is on none, but stands aside as somebody's in doubt; `nowhere`, who is on
-- none; `afar`, who is on none and of a commune without one), `number` (a national ID stands on it that is `known`,
-- borne by other residents, or `unknown`; `none`), whether they are at home, whether they would be called uncovered
-- without it, `score` of the surest row, and where they live, else where the card says. One row is a person.
WITH others_ids AS (
    SELECT DISTINCT n.national_id FROM numbered_rows n
    JOIN unproven_cards u USING (national_id)
    WHERE n.kind = 'residents'
),
holders AS (
    SELECT
        u.person,
        count(i.national_id) > 0 AS known,
        count(u.national_id) > 0 AS numbered,
        count(*) = 1 OR min(u.insurance_number) = max(u.insurance_number) AS one_card,
        max(u.score) AS score, min(u.rid) AS rid
    FROM unproven_cards u
    LEFT JOIN others_ids i USING (national_id)
    GROUP BY u.person
),
once_resident AS (
    SELECT DISTINCT person FROM residents JOIN holders USING (person)
),
set_aside AS (
    SELECT DISTINCT o.stands_as AS person FROM open_doubts o
    JOIN doubted d ON d.person = o.person
    WHERE o.kind = 'participants' AND o.scheme = 'BHYT'
)
SELECT
    h.person,
    CASE WHEN n.person IS NOT NULL THEN 'here' WHEN o.person IS NOT NULL THEN 'left'
        WHEN a.person IS NOT NULL THEN 'aside' WHEN u.unit IS NULL OR k.unit IS NOT NULL THEN 'nowhere' ELSE 'afar' END AS lives,
    CASE WHEN h.known THEN 'known' WHEN h.numbered THEN 'unknown' ELSE 'none' END AS number,
    coalesce(n.residence IN ('permanent', 'temporary'), FALSE) AS at_home,
    coalesce(n.residence IN ('permanent', 'temporary') AND h.one_card, FALSE) AS would_be_called,
    h.score,
    CASE WHEN n.person IS NULL THEN u.unit ELSE n.unit END AS unit,
    CASE WHEN n.person IS NULL THEN u.hamlet ELSE n.hamlet END AS hamlet
FROM holders h
JOIN unproven_cards u USING (rid)
LEFT JOIN residents_now n ON n.person = h.person
LEFT JOIN once_resident o ON o.person = h.person
LEFT JOIN (SELECT DISTINCT unit FROM residents_now) k ON k.unit = u.unit
LEFT JOIN set_aside a ON a.person = h.person
