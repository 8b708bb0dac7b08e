-- The beats of some executions, in order.
SELECT
    b.execution_id,
    b.ordinal,
    b.number,
    b.event,
    b.title,
    b.attempt,
    b.outcome,
    b.input,
    b.start_offset,
    CASE WHEN f.execution_id IS NULL THEN FALSE ELSE TRUE END AS handler_failed
FROM beat_runs b
LEFT JOIN (
    SELECT DISTINCT h.execution_id, h.beat
    FROM handler_runs h
    WHERE h.outcome = 'failed' AND h.execution_id IN ({values})
) f ON f.execution_id = b.execution_id AND f.beat = b.ordinal
WHERE b.execution_id IN ({values})
ORDER BY b.execution_id, b.ordinal
