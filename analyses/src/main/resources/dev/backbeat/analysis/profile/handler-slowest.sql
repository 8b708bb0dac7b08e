-- The first handler run of each kind and build for each of some own times. A place is input and offset in one number,
-- 2^40 offsets an input.
SELECT
    s.build_number,
    h.handler_kind,
    h.own_nanos AS nanos,
    min(CAST(s.input AS BIGINT) * 1099511627776 + h.start_offset) AS place,
    min_by(h.execution_id, CAST(s.input AS BIGINT) * 1099511627776 + h.start_offset) AS execution_id
FROM handler_times h
JOIN (
    SELECT b.session_id, b.input, CAST(dense_rank() OVER (ORDER BY b.build) AS INTEGER) AS build_number
    FROM session_builds b
) s ON s.session_id = h.session_id
WHERE h.own_bucket IN ({buckets}) AND h.own_nanos IN ({values}) AND {executions h} AND {kinds h}
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
