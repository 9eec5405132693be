-- Reads open_rows, key_counts, place_counts, known, strange_names, logs, weights. Makes: how much speaks for a row being of
-- somebody who is no resident: the more common its name is in its place (`of_name`), and the less it says of the birth
-- (`of_birth`), in tenths of bits; and whether its national ID is somebody's. Where nobody is known to live in the
-- place, the home counts; in a small place a name is counted as in one of the fewest people that tell how common
-- names are. A name that nobody bears, or a word that is in nobody's name, is a stranger's more seldom than a typist's.
-- One row is a row of a list.
WITH commonness AS (
    SELECT
        o.rid,
        n.tenths - a.tenths + CASE WHEN c.ways IS NULL THEN w.unseen_name ELSE 0 END
            + CASE WHEN x.key_no IS NOT NULL THEN w.unseen_word ELSE 0 END AS of_name,
        CASE WHEN o.whole_birth THEN w.any_day WHEN o.day_written THEN w.any_new_year ELSE w.any_year END AS of_birth,
        EXISTS (SELECT 1 FROM known k WHERE k.national_id = o.national_id) AS id_is_owned
    FROM open_rows o
    CROSS JOIN weights w
    JOIN place_counts h ON h.place_no = 0
    LEFT JOIN place_counts p ON p.place_no = o.place_no
    LEFT JOIN key_counts c ON c.place_no = coalesce(p.place_no, 0) AND c.key_no = o.key_no
    LEFT JOIN strange_names x ON x.key_no = o.key_no
    JOIN logs n ON n.number = 2 * coalesce(c.ways, 0) + 1
    JOIN logs a ON a.number = greatest(coalesce(p.ways, h.ways), w.fewest)
)
SELECT c.rid, c.of_name, c.of_birth, c.id_is_owned, w.nobody + c.of_name + c.of_birth AS weight
FROM commonness c
CROSS JOIN weights w
