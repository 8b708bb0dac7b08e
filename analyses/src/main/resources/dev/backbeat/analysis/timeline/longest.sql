-- The executions that took longest.
SELECT
    e.execution_id,
    e.session_id,
    e.sequence_kind,
    e.start_nanos,
    e.outcome,
    e.handler_nanos + e.in_beat_nanos + e.between_nanos AS took_nanos,
    e.handler_nanos,
    e.queue_wait_nanos,
    e.after_end_nanos
FROM execution_times e
WHERE e.handler_nanos IS NOT NULL AND {times e} AND {handling e}
ORDER BY e.handler_nanos + e.in_beat_nanos + e.between_nanos DESC, e.execution_id
LIMIT {limit}
