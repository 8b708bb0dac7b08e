-- How many beat runs there are.
SELECT count(*) AS runs
FROM beat_times b
WHERE {executions b} AND {handled b}
