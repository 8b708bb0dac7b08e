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
FROM beat_times b
JOIN beat_kinds c ON c.beat_kind = b.beat_kind
JOIN session_builds s ON s.session_id = b.session_id
JOIN beat_handlers k ON k.sequence = c.sequence
    AND COALESCE(k.event, '') = COALESCE(c.event, '')
    AND k.number = COALESCE(c.number, -1)
    AND COALESCE(k.build, '') = COALESCE(s.build, '')
    AND COALESCE(k.commit, '') = COALESCE(s.commit, '')
WHERE {executions b} AND {handlers k}
    AND NOT EXISTS (
        SELECT 1 AS named
        FROM handler_times h
        JOIN handler_kinds n ON n.handler_kind = h.handler_kind
        WHERE h.execution_id = b.execution_id AND h.beat = b.ordinal AND n.handler IS NOT NULL
    )
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
