-- Where an execution is first mentioned.
SELECT e.input, e.start_offset
FROM executions e
WHERE e.execution_id = ?
