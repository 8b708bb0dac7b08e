-- The beats of some executions.
SELECT
    b.execution_id,
    b.ordinal,
    b.parent,
    b.movement,
    b.number,
    b.title,
    b.event,
    b.start_nanos,
    b.end_nanos,
    b.reported_nanos,
    b.outcome,
    b.start_offset
FROM beat_runs b
WHERE b.execution_id IN ({values})
ORDER BY b.execution_id, b.ordinal
