-- What happened at a moment in some executions: errors, state changes, messages that were published.
SELECT r.execution_id, 0 AS kind, COALESCE(r.message, r.kind) AS name, r.time_nanos, r.start_offset
FROM errors r
WHERE r.execution_id IN ({values})
UNION ALL
SELECT c.execution_id, 1 AS kind, c.state_key AS name, c.time_nanos, c.start_offset
FROM state_changes c
WHERE c.execution_id IN ({values})
UNION ALL
SELECT t.execution_id, 2 AS kind, t.topic AS name, t.time_nanos, t.start_offset
FROM topic_events t
WHERE t.kind = 'published' AND t.execution_id IN ({values})
ORDER BY 4, 5, 2
