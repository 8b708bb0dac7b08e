-- The sums of each kind of handler in each build, exact.
SELECT
    s.build_number,
    h.handler_kind,
    count(*) AS runs,
    count(h.own_nanos) AS timed_runs,
    sum(h.own_nanos) AS own_nanos,
    sum(h.waited_nanos) AS waited_nanos,
    sum(h.nested_nanos) AS nested_nanos,
    min(h.own_nanos) AS min_nanos,
    max(h.own_nanos) AS max_nanos,
    min(h.call_nanos) AS first_nanos
FROM handler_times h
JOIN (
    SELECT b.session_id, dense_rank() OVER (ORDER BY b.build) AS build_number
    FROM session_builds b
) s ON s.session_id = h.session_id
WHERE {executions h} AND {kinds h}
GROUP BY 1, 2
ORDER BY 1, 2
