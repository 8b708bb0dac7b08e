-- The first execution of each kind of sequence and build for each of some times. A place is input and offset in one number,
-- 2^40 offsets an input.
SELECT
    s.build_number,
    e.sequence_kind,
    COALESCE(e.queue_wait_nanos, 0) + e.handler_nanos + e.in_beat_nanos + e.between_nanos AS nanos,
    min(CAST(s.input AS BIGINT) * 1099511627776 + e.start_offset) AS place,
    min_by(e.execution_id, CAST(s.input AS BIGINT) * 1099511627776 + e.start_offset) AS execution_id
FROM execution_times e
JOIN (
    SELECT b.session_id, b.input, dense_rank() OVER (ORDER BY b.build) AS build_number
    FROM session_builds b
) s ON s.session_id = e.session_id
WHERE COALESCE(e.queue_wait_nanos, 0) + e.handler_nanos + e.in_beat_nanos + e.between_nanos IN ({values})
    AND {times e} AND {handling e}
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
