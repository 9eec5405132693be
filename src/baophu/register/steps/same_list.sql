-- Reads links, rows, parts, open_rows. Makes: who is named already on lists that have open rows without insurance number.
-- One row is a person and a list.
SELECT DISTINCT l.person, p.list_no
FROM links l
JOIN rows r USING (rid)
JOIN parts p USING (part)
WHERE p.kind <> 'residents'
    AND p.list_no IN (SELECT list_no FROM open_rows WHERE insurance_number IS NULL)
