-- Executions between two moments, by session and what was executed: long ones by themselves, short ones together where
-- they began in the same part of time. The arguments are how short, where the time begins, its parts, and both moments.
SELECT
    {session e} AS session_id,
    e.sequence_kind,
    CASE WHEN e.took_nanos >= {short} THEN e.execution_id END AS execution_id,
    CASE
        WHEN e.took_nanos >= {short} THEN -1
        ELSE (e.start_nanos - {begin}) - (e.start_nanos - {begin}) % {part}
    END AS part_nanos,
    count(*) AS runs,
    min(e.start_nanos) AS start_nanos,
    max(e.start_nanos + e.took_nanos) AS end_nanos,
    sum(e.took_nanos) AS busy_nanos,
    max(CASE WHEN e.outcome = 'failed' THEN 1 ELSE 0 END) AS failed,
    max(CASE WHEN e.ended THEN 0 ELSE 1 END) AS unended
FROM (
    SELECT
        x.execution_id,
        x.session_id,
        x.sequence_kind,
        x.start_nanos,
        x.outcome,
        x.ended,
        x.handler_nanos + x.in_beat_nanos + x.between_nanos AS took_nanos
    FROM execution_times x
) e
WHERE e.took_nanos IS NOT NULL
    AND e.start_nanos < {end}
    AND e.start_nanos + e.took_nanos >= {begin}
    AND {times e}
    AND {handling e}
GROUP BY 1, 2, 3, 4
ORDER BY 6, 3, 2
