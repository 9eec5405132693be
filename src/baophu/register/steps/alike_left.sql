-- Reads alike, open_rows. Makes: of the persons that rows may be of, those of the rows that are open still. One row is
-- a row and a person.
SELECT a.rid, a.person FROM alike a JOIN open_rows o USING (rid)
