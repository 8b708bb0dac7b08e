-- The movements of some executions.
SELECT
    m.execution_id,
    m.ordinal,
    m.name,
    m.start_nanos,
    m.end_nanos,
    m.outcome,
    m.start_offset
FROM movement_runs m
WHERE m.execution_id IN ({values})
ORDER BY m.execution_id, m.ordinal
