-- Reads open_rows, learnt_hamlets. Makes: the open rows with the hamlets that their lists mean. One row is a row of a list.
SELECT o.* EXCLUDE (hamlet_no), CASE WHEN o.resident THEN o.hamlet_no ELSE m.hamlet_no END AS hamlet_no
FROM open_rows o
LEFT JOIN learnt_hamlets m USING (part)
