-- Reads key_counts. Makes: all ways of a place, and (place 0) of the home. One row is a place.
SELECT place_no, CAST(sum(ways) AS BIGINT) AS ways FROM key_counts GROUP BY place_no
