-- What each kind of handler took in each build and stretch of time, by how long each run took: one pass over all runs,
-- from which sums, percentiles, trends and the heatmap come. A duration is a number of DurationBuckets, or nanoseconds
-- where the runs are few, and unknown where the run has no time; it is asked for once where all own time is on the
-- critical path. A stretch begins so long after the first call, and has an earlier and a later half. Sums are cast since
-- many rows are read.
SELECT
    s.build_number,
    h.handler_kind,
    (h.call_nanos - {first}) - (h.call_nanos - {first}) % {stretch} AS stretch_nanos,
    {own h} AS own_value,
    {self h} AS self_value,
    {path h} AS path_value,
    count(*) AS runs,
    count(h.own_nanos) AS timed_runs,
    CAST(sum(h.own_nanos) AS BIGINT) AS own_nanos,
    CAST(sum(CASE WHEN (h.call_nanos - {first}) % {stretch} >= {half} THEN h.own_nanos END) AS BIGINT) AS later_nanos,
    {path sum} AS path_nanos,
    CAST(sum(h.waited_nanos) AS BIGINT) AS waited_nanos,
    CAST(sum(h.nested_nanos) AS BIGINT) AS nested_nanos,
    min(h.own_nanos) AS min_nanos,
    max(h.own_nanos) AS max_nanos,
    min(h.call_nanos) AS first_nanos
FROM handler_times h
JOIN (
    SELECT b.session_id, CAST(dense_rank() OVER (ORDER BY b.build) AS INTEGER) AS build_number
    FROM session_builds b
) s ON s.session_id = h.session_id
WHERE {executions h} AND {kinds h}
GROUP BY 1, 2, 3, 4, 5, 6
