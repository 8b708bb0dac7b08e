-- What some executions executed.
SELECT
    e.execution_id,
    k.sequence_name
FROM execution_times e
JOIN sequence_kinds k ON k.sequence_kind = e.sequence_kind
WHERE e.execution_id IN ({values})
