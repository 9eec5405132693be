-- Reads numbered_rows. Makes: where people live, list by list, as printed there. A person whom a list names
-- twice stands once, by the first row. `household_key` stands for the household without naming it: by its code,
-- else by its head, in the hamlet (many hamlets count theirs from 1). One row is a person on a residents' list
-- and the days it stands.
SELECT
    person, unit, hamlet, coalesce(residence, 'permanent') AS residence,
    dense_rank() OVER (ORDER BY unit, coalesce(hamlet_name, ''), coalesce(
        household, household_head, 'row ' || CAST(rid AS VARCHAR)
    )) AS household_key,
    relation, as_of, birth_date, birth_precision, sex, ethnicity, stands_from, stands_to, list, row
FROM numbered_rows
WHERE kind = 'residents'
QUALIFY row_number() OVER (PARTITION BY person, list, stands_from, stands_to ORDER BY rid) = 1
