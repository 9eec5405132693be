-- Reads key_counts, key_words. Makes: the names with a word that is in no resident's name. One row is a folded name.
SELECT DISTINCT key_no
FROM key_words
WHERE word_no NOT IN (SELECT w.word_no FROM key_counts c JOIN key_words w USING (key_no) WHERE c.place_no = 0)
