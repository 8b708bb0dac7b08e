-- How often each kind of beat took how long in each build, as the log reports it. A duration is a number of
-- DurationBuckets, or nanoseconds where the runs are few.
SELECT
    s.build_number,
    b.beat_kind,
    {duration b} AS value,
    count(*) AS runs,
    CAST(sum(b.duration_nanos) AS BIGINT) AS nanos,
    max(b.duration_nanos) AS max_nanos
FROM beat_times b
JOIN (
    SELECT x.session_id, CAST(dense_rank() OVER (ORDER BY x.build) AS INTEGER) AS build_number
    FROM session_builds x
) s ON s.session_id = b.session_id
WHERE {executions b} AND {handled b}
GROUP BY 1, 2, 3
