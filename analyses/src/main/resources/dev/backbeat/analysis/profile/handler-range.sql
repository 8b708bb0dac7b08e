-- How many handler runs have a time, when they were called, and of how many not all of it is on the critical path.
SELECT
    count(h.own_nanos) AS runs,
    min(h.call_nanos) AS first_nanos,
    max(h.call_nanos) AS last_nanos,
    count(CASE WHEN h.nested_nanos <> 0 OR h.off_path_nanos <> 0 THEN 1 END) AS parted_runs
FROM handler_times h
WHERE {executions h} AND {kinds h}
