-- The first beat run of each kind and build for each of some durations. A place is input and offset in one number,
-- 2^40 offsets an input.
SELECT
    s.build_number,
    b.beat_kind,
    b.duration_nanos AS nanos,
    min(CAST(s.input AS BIGINT) * 1099511627776 + b.start_offset) AS place,
    min_by(b.execution_id, CAST(s.input AS BIGINT) * 1099511627776 + b.start_offset) AS execution_id
FROM beat_times b
JOIN (
    SELECT x.session_id, x.input, dense_rank() OVER (ORDER BY x.build) AS build_number
    FROM session_builds x
) s ON s.session_id = b.session_id
WHERE b.duration_bucket IN ({buckets}) AND b.duration_nanos IN ({values}) AND {executions b} AND {handled b}
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
