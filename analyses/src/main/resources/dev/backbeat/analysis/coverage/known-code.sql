-- Whether any code is known.
SELECT count(*) AS checkouts
FROM checkouts c
