-- Some executions.
SELECT
    e.execution_id,
    e.session_id,
    e.input,
    e.sequence_id,
    e.sequence_name,
    e.plugin,
    e.queued_nanos,
    e.start_nanos,
    e.end_nanos,
    e.handler_nanos,
    e.in_beat_nanos,
    e.between_nanos,
    e.after_end_nanos,
    e.outcome,
    e.start_offset,
    s.end_nanos AS session_end_nanos
FROM executions e
LEFT JOIN sessions s ON s.session_id = e.session_id
WHERE e.execution_id IN ({values})
ORDER BY e.start_nanos, e.execution_id
