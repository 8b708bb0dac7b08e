-- How the time of each kind of sequence's executions divides in each build.
SELECT
    s.build_number,
    e.sequence_kind,
    count(*) AS executions,
    count(e.handler_nanos) AS begun,
    count(CASE WHEN e.handler_nanos IS NOT NULL AND NOT e.ended THEN 1 END) AS open,
    sum(e.queue_wait_nanos) AS queue_wait_nanos,
    sum(e.handler_nanos) AS handler_nanos,
    sum(e.in_beat_nanos) AS in_beat_nanos,
    sum(e.between_nanos) AS between_nanos,
    sum(e.after_end_nanos) AS after_end_nanos,
    max(COALESCE(e.queue_wait_nanos, 0) + e.handler_nanos + e.in_beat_nanos + e.between_nanos) AS max_nanos
FROM execution_times e
JOIN (
    SELECT b.session_id, dense_rank() OVER (ORDER BY b.build) AS build_number
    FROM session_builds b
) s ON s.session_id = e.session_id
WHERE {times e} AND {handling e}
GROUP BY 1, 2
ORDER BY 1, 2
