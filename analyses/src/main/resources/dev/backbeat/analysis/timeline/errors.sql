-- Errors between two moments that belong to no execution, those in the same part of time together.
SELECT
    {session r} AS session_id,
    (r.time_nanos - {begin}) - (r.time_nanos - {begin}) % {part} AS part_nanos,
    min(r.time_nanos) AS time_nanos,
    min(r.message) AS message,
    count(*) AS errors
FROM errors r
WHERE r.execution_id IS NULL AND r.time_nanos >= {begin} AND r.time_nanos < {end} AND {sessions r}
GROUP BY 1, 2
ORDER BY 3
