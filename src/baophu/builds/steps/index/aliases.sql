-- Reads aliases. Makes: the numbers that persons bear no more. One row is such a number.
SELECT number, person FROM aliases
