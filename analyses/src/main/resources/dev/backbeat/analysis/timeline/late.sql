-- How often executions of each kind waited in a queue and went on after their end, with the first of the worst.
SELECT
    e.sequence_kind,
    count(*) AS executions,
    count(CASE WHEN e.after_end_nanos > 0 THEN 1 END) AS late,
    sum(e.after_end_nanos) AS late_nanos,
    max(e.after_end_nanos) AS most_late_nanos,
    max_by(e.execution_id, e.after_end_nanos) AS latest,
    count(CASE WHEN e.queue_wait_nanos > 0 THEN 1 END) AS queued,
    sum(e.queue_wait_nanos) AS queue_wait_nanos,
    max(e.queue_wait_nanos) AS most_waited_nanos,
    max_by(e.execution_id, e.queue_wait_nanos) AS longest_waiting,
    sum(e.handler_nanos + e.in_beat_nanos + e.between_nanos) AS took_nanos
FROM execution_times e
WHERE e.handler_nanos IS NOT NULL AND {times e} AND {handling e}
GROUP BY 1
ORDER BY 1
