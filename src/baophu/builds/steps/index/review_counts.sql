-- Reads indexed_reviews. Makes: how many pairs are to be decided, by the places of both people, and how many of
-- them (`telling`) would change a figure or a list of people to visit. One row is a count.
SELECT place, other_place, count(*) AS pairs, count(*) FILTER (WHERE effect >= 2) AS telling
FROM indexed_reviews
GROUP BY place, other_place
