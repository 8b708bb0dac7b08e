-- The executions with an id, or with a request's id; the first of several comes first.
SELECT e.execution_id
FROM executions e
WHERE e.execution_id = ? OR e.request_id = ?
ORDER BY e.start_nanos, e.execution_id
LIMIT 1
