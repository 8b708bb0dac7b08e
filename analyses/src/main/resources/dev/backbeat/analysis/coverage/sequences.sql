-- How often each kind of sequence began.
SELECT
    e.sequence_kind,
    count(*) AS executions,
    min(e.start_nanos) AS first_nanos,
    max(e.start_nanos) AS last_nanos
FROM execution_times e
WHERE e.outcome <> 'never_started' AND {times e}
GROUP BY 1
ORDER BY 1
