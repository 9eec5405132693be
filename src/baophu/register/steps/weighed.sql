-- Reads compared, nobody, weights. Makes: how much speaks for a row being of a person, in tenths of bits, and whether
-- they have different national IDs, and whether name, birth and hamlet agree as far as they go (`plain`). A name or a
-- birth that differs altogether is as probable as anybody's. One row is a row and a person.
SELECT
    c.rid, c.person,
    max(CASE c.name
        WHEN 'name' THEN w.name WHEN 'name but for marks' THEN w.name_marks WHEN 'nearly name' THEN w.name_near
        WHEN 'distantly name' THEN w.name_distant WHEN 'part of name' THEN w.name_part WHEN 'nearly part of name' THEN w.name_part_near ELSE w.name_other + z.of_name
    END
    + CASE c.birth
        WHEN 'birth_date' THEN 0 WHEN 'birth_year' THEN 0 WHEN 'birth_year of the resident' THEN w.birth_of_resident
        WHEN 'birth_year as 1 January' THEN w.birth_new_year
        WHEN 'birth_date with day and month exchanged' THEN w.birth_exchanged
        WHEN 'nearly birth_date' THEN w.birth_near WHEN 'birth_year only' THEN w.birth_year
        WHEN 'birth_date but for year' THEN w.birth_other_year ELSE w.birth_other + z.of_birth
    END
    + CASE c.place
        WHEN 'hamlet' THEN w.hamlet WHEN 'other hamlet' THEN w.other_hamlet WHEN 'commune' THEN w.commune
        WHEN 'elsewhere' THEN w.elsewhere ELSE w.nowhere
    END
    + CASE c.id
        WHEN 'national_id' THEN w.same_number WHEN 'nearly national_id' THEN w.id_near
        WHEN 'distantly national_id' THEN w.id_distant WHEN 'other national_id' THEN w.id_other ELSE 0
    END
    + CASE c.number WHEN 'insurance_number' THEN w.same_number WHEN 'held' THEN w.held ELSE w.free END
    + CASE WHEN c.other_sex THEN w.other_sex ELSE 0 END
    + CASE c.household WHEN 'household' THEN w.household WHEN 'other household' THEN w.other_household ELSE 0 END
    ) AS weight,
    max(CASE WHEN c.id = 'other national_id' THEN 1 ELSE 0 END) = 1 AS other_id,
    max(CASE WHEN c.name = 'name' AND c.birth IN ('birth_date', 'birth_year') AND c.place = 'hamlet' THEN 1 ELSE 0 END) = 1
        AS plain
FROM compared c
JOIN nobody z USING (rid)
CROSS JOIN weights w
GROUP BY c.rid, c.person
