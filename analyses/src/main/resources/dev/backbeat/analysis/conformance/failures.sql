-- Handler runs that failed or never ended in executions that were reported as completed, and beats that failed. A failure
-- that a later run of the same handler in the same execution made good does not count. Of each execution and kind of
-- failure the first one counts as the first.
SELECT
    f.kind,
    f.build_number,
    f.sequence,
    f.event,
    f.number,
    f.plugin,
    f.handler,
    f.handler_sequence,
    count(DISTINCT f.execution_id) AS executions,
    count(DISTINCT CASE WHEN f.nth = 1 THEN f.execution_id END) AS first_executions,
    count(DISTINCT f.session_id) AS sessions,
    min(f.place) AS place,
    min_by(f.execution_id, f.place) AS execution_id
FROM (
    SELECT
        t.*,
        s.build_number,
        CAST(s.input AS BIGINT) * 1099511627776 + t.offset_in_input AS place,
        rank() OVER (PARTITION BY t.kind, t.execution_id ORDER BY t.ordinal) AS nth
    FROM (
        SELECT
            CASE WHEN h.outcome = 'failed' THEN 'handler' ELSE 'hung' END AS kind,
            h.execution_id,
            h.session_id,
            h.ordinal,
            h.sequence,
            h.event,
            -1 AS number,
            h.plugin,
            h.handler,
            h.subscribed_sequence AS handler_sequence,
            CASE WHEN h.outcome = 'failed' THEN h.end_offset ELSE h.start_offset END AS offset_in_input
        FROM handler_runs h
        JOIN execution_times e ON e.execution_id = h.execution_id
        WHERE h.outcome IN ('failed', 'never_ended') AND e.outcome = 'completed'
            AND NOT EXISTS (
                SELECT 1 AS mended
                FROM handler_runs l
                WHERE l.execution_id IN (
                        SELECT x.execution_id
                        FROM execution_times x
                        WHERE x.failed_handler_runs + x.unended_handler_runs > 0
                    )
                    AND l.execution_id = h.execution_id
                    AND l.event = h.event
                    AND l.handler = h.handler
                    AND l.beat > h.beat
                    AND l.outcome IN ('changed', 'unchanged')
            )
        UNION ALL
        SELECT
            'beat' AS kind,
            b.execution_id,
            b.session_id,
            b.ordinal,
            b.sequence,
            b.event,
            COALESCE(b.number, -1) AS number,
            b.plugin,
            CAST(NULL AS VARCHAR) AS handler,
            CAST(NULL AS VARCHAR) AS handler_sequence,
            b.end_offset AS offset_in_input
        FROM beat_runs b
        WHERE b.outcome = 'failed'
    ) t
    JOIN (
        SELECT b.session_id, b.input, dense_rank() OVER (ORDER BY b.build, b.commit) AS build_number
        FROM session_builds b
    ) s ON s.session_id = t.session_id
) f
WHERE {executions f}
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
ORDER BY 1, 10 DESC, 2, 3, 4, 5, 6, 7, 8
