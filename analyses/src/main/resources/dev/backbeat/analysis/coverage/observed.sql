-- How long was looked.
SELECT
    count(*) AS sessions,
    min(s.start_nanos) AS first_nanos,
    max(s.end_nanos) AS last_nanos
FROM sessions s
WHERE {sessions s}
