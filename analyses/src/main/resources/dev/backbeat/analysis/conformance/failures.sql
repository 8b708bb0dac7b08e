-- Handler runs that failed or never ended in executions that were reported as completed, and beats that
-- failed. A failure that a later run of the same handler in the same execution made good does not count. Of
-- each execution and kind of failure the first one counts as the first. Of executions that took the same beats one
-- is named.
WITH kinds AS (
    SELECT
        k.handler_kind,
        CASE WHEN k.event IS NOT NULL AND k.handler IS NOT NULL
            THEN min(k.handler_kind) OVER (PARTITION BY k.event, k.handler)
        END AS same
    FROM handler_kinds k
),
troubled AS (
    SELECT x.execution_id
    FROM execution_times x
    WHERE x.outcome = 'completed' AND x.failed_handler_runs + x.unended_handler_runs > 0 AND {times x}
),
calls AS (
    SELECT
        h.execution_id,
        h.session_id,
        h.ordinal,
        h.beat,
        h.handler_kind,
        c.same,
        h.outcome,
        h.start_offset,
        h.end_offset
    FROM handler_times h
    JOIN kinds c ON c.handler_kind = h.handler_kind
    WHERE h.execution_id IN (SELECT x.execution_id FROM troubled x)
),
troubles AS (
    SELECT
        CASE WHEN h.outcome = 'failed' THEN 'handler' ELSE 'hung' END AS kind,
        h.execution_id,
        h.session_id,
        h.ordinal,
        h.handler_kind AS number,
        CAST(NULL AS INTEGER) AS sequence_kind,
        CASE WHEN h.outcome = 'failed' THEN h.end_offset ELSE h.start_offset END AS offset_in_input
    FROM calls h
    WHERE h.outcome IN ('failed', 'never_ended')
        AND NOT EXISTS (
            SELECT 1 AS mended
            FROM calls l
            WHERE l.execution_id = h.execution_id
                AND l.same = h.same
                AND l.beat > h.beat
                AND l.outcome IN ('changed', 'unchanged')
        )
    UNION ALL
    SELECT
        'beat' AS kind,
        b.execution_id,
        b.session_id,
        b.ordinal,
        b.beat_kind AS number,
        e.sequence_kind,
        b.end_offset AS offset_in_input
    FROM beat_times b
    LEFT JOIN execution_times e ON e.execution_id = b.execution_id
    WHERE b.outcome = 'failed' AND {executions b}
)
SELECT
    f.kind,
    f.build_number,
    COALESCE(h.sequence, b.sequence) AS sequence,
    COALESCE(h.event, b.event) AS event,
    CASE WHEN f.kind = 'beat' THEN COALESCE(b.number, -1) ELSE -1 END AS number,
    COALESCE(h.plugin, q.plugin) AS plugin,
    h.handler,
    h.subscribed_sequence AS handler_sequence,
    count(DISTINCT f.execution_id) AS executions,
    count(DISTINCT CASE WHEN f.nth = 1 THEN f.execution_id END) AS first_executions,
    count(DISTINCT f.session_id) AS sessions,
    min(f.place) AS place,
    min_by(f.execution_id, f.place) AS execution_id,
    string_agg(DISTINCT CAST(f.fold AS VARCHAR), ',') AS folds
FROM (
    SELECT
        t.kind,
        t.execution_id,
        t.session_id,
        t.number,
        t.sequence_kind,
        s.build_number,
        CAST(s.input AS BIGINT) * 1099511627776 + t.offset_in_input AS place,
        rank() OVER (PARTITION BY t.kind, t.execution_id ORDER BY t.ordinal) AS nth,
        min(t.execution_id) OVER (
            PARTITION BY s.build_number, e.sequence_kind, e.outcome, e.beat_runs, e.beat_sums, e.beat_squares,
                e.beat_cubes
        ) AS fold
    FROM troubles t
    JOIN execution_times e ON e.execution_id = t.execution_id
    JOIN (
        SELECT x.session_id, x.input, dense_rank() OVER (ORDER BY x.build, x.commit) AS build_number
        FROM session_builds x
    ) s ON s.session_id = t.session_id
) f
LEFT JOIN handler_kinds h ON h.handler_kind = f.number AND f.kind <> 'beat'
LEFT JOIN beat_kinds b ON b.beat_kind = f.number AND f.kind = 'beat'
LEFT JOIN sequence_kinds q ON q.sequence_kind = f.sequence_kind
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
ORDER BY 1, 10 DESC, 2, 3, 4, 5, 6, 7, 8
