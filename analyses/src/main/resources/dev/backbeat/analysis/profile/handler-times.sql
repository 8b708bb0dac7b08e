-- How often each handler took how long, own time. The place is the first run of that duration: input and offset in
-- one number, 2^40 offsets an input.
SELECT
    h.plugin,
    COALESCE(h.subscribed_sequence, e.sequence_id, e.sequence_name) AS sequence,
    h.handler,
    CASE WHEN h.handler IS NULL THEN h.event END AS event,
    h.own_nanos AS nanos,
    count(*) AS runs,
    min(CAST(h.input AS BIGINT) * 1099511627776 + h.start_offset) AS place
FROM handler_runs h
JOIN executions e ON e.execution_id = h.execution_id
WHERE {executions h} AND {handlers h}
GROUP BY
    h.plugin,
    COALESCE(h.subscribed_sequence, e.sequence_id, e.sequence_name),
    h.handler,
    CASE WHEN h.handler IS NULL THEN h.event END,
    h.own_nanos
ORDER BY 1, 2, 3, 4, 5
