-- What the log says of each beat of some executions, in order.
SELECT
    b.execution_id,
    b.start_offset,
    b.title,
    b.timing,
    m.name AS movement
FROM beat_runs b
LEFT JOIN movement_runs m ON m.execution_id = b.execution_id AND m.ordinal = b.movement
WHERE b.execution_id IN ({values})
ORDER BY b.execution_id, b.ordinal
