-- Silences between two moments, those in the same part of time together.
SELECT
    {session g} AS session_id,
    (g.start_nanos - {begin}) - (g.start_nanos - {begin}) % {part} AS part_nanos,
    count(*) AS runs,
    min(g.start_nanos) AS start_nanos,
    max(g.end_nanos) AS end_nanos,
    sum(g.end_nanos - g.start_nanos) AS busy_nanos
FROM gaps g
WHERE g.start_nanos < {end} AND g.end_nanos >= {begin} AND {silences g}
GROUP BY 1, 2
ORDER BY 4
