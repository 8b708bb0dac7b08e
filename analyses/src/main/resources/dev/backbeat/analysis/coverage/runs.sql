-- How often each kind of handler ran for each kind of sequence, and when.
SELECT
    h.handler_kind,
    e.sequence_kind,
    count(*) AS runs,
    count(DISTINCT h.execution_id) AS executions,
    min(h.call_nanos) AS first_nanos,
    max(h.call_nanos) AS last_nanos,
    min(h.beat) AS beat
FROM handler_times h
JOIN execution_times e ON e.execution_id = h.execution_id
WHERE {executions h} AND {kinds h}
GROUP BY 1, 2
ORDER BY 1, 2
