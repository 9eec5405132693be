-- Reads rows. Makes: of rows what is asked for once they are in `known` and `open_rows`. One row is a row of a list.
SELECT rid, part, household_no FROM rows
