-- Beat runs whose handler no handler run names: their handler is the one that documents name.
SELECT
    k.plugin,
    k.sequence_id,
    k.handler,
    count(*) AS runs,
    count(DISTINCT b.execution_id) AS executions,
    min(b.start_nanos) AS first_nanos,
    max(b.start_nanos) AS last_nanos,
    min(b.ordinal) AS beat
FROM beat_runs b
JOIN beat_handlers k ON k.sequence = COALESCE(b.sequence_id, b.sequence_name)
    AND COALESCE(k.event, '') = COALESCE(b.event, '')
    AND k.number = COALESCE(b.number, -1)
    AND COALESCE(k.build, '') = COALESCE(b.build, '')
    AND COALESCE(k.commit, '') = COALESCE(b.commit, '')
WHERE {executions b} AND {handlers k}
    AND NOT EXISTS (
        SELECT 1 AS named
        FROM handler_times h
        JOIN handler_kinds n ON n.handler_kind = h.handler_kind
        WHERE h.execution_id = b.execution_id AND h.beat = b.ordinal AND n.handler IS NOT NULL
    )
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
