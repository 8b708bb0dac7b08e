-- How often each kind of handler took how long in each build and stretch of time. A duration is a number of
-- DurationBuckets, or nanoseconds where the runs are few; it is asked for once where all own time is on the critical
-- path. The arguments are the time of the first call, twice, and
-- how long a stretch is.
SELECT
    s.build_number,
    h.handler_kind,
    (h.call_nanos - ?) - (h.call_nanos - ?) % ? AS stretch_nanos,
    {own h} AS own_value,
    {self h} AS self_value,
    {path h} AS path_value,
    count(*) AS runs,
    sum(h.own_nanos) AS own_nanos,
    {path sum} AS path_nanos
FROM handler_times h
JOIN (
    SELECT b.session_id, dense_rank() OVER (ORDER BY b.build) AS build_number
    FROM session_builds b
) s ON s.session_id = h.session_id
WHERE h.own_nanos IS NOT NULL AND {executions h} AND {kinds h}
GROUP BY 1, 2, 3, 4, 5, 6
