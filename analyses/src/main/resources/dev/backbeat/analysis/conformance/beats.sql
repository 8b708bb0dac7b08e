-- The beats of some executions, in order.
SELECT
    b.execution_id,
    b.ordinal,
    k.number,
    k.event,
    k.title,
    b.attempt,
    b.outcome,
    s.input,
    b.start_offset,
    CASE WHEN f.execution_id IS NULL THEN FALSE ELSE TRUE END AS handler_failed
FROM beat_times b
JOIN beat_kinds k ON k.beat_kind = b.beat_kind
LEFT JOIN session_builds s ON s.session_id = b.session_id
LEFT JOIN (
    SELECT DISTINCT h.execution_id, h.beat
    FROM handler_times h
    WHERE h.outcome = 'failed' AND h.execution_id IN ({values})
) f ON f.execution_id = b.execution_id AND f.beat = b.ordinal
WHERE b.execution_id IN ({values})
ORDER BY b.execution_id, b.ordinal
