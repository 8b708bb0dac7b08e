-- How many sessions are asked about.
SELECT count(*) AS sessions
FROM sessions s
WHERE {sessions s}
