-- Beat runs whose handler no handler run names: their handler is the one that documents name. Executions with
-- the same beats, in which the same handlers ran for them, are folded: where the first of them has no such
-- beat run, none has.
WITH folds AS (
    SELECT
        e.beat_runs,
        e.beat_sums,
        e.beat_squares,
        e.beat_cubes,
        e.handler_runs,
        e.handler_sums,
        e.handler_squares,
        min(e.execution_id) AS execution_id
    FROM execution_times e
    WHERE e.beat_runs > 0 AND {times e}
    GROUP BY 1, 2, 3, 4, 5, 6, 7
),
unnamed AS (
    SELECT b.execution_id, b.ordinal
    FROM beat_times b
    WHERE b.execution_id IN (SELECT f.execution_id FROM folds f)
        AND NOT EXISTS (
            SELECT 1 AS named
            FROM handler_times h
            JOIN handler_kinds n ON n.handler_kind = h.handler_kind
            WHERE h.execution_id IN (SELECT f.execution_id FROM folds f)
                AND h.execution_id = b.execution_id
                AND h.beat = b.ordinal
                AND n.handler IS NOT NULL
        )
),
runs AS (
    SELECT e.execution_id, u.ordinal
    FROM execution_times e
    JOIN folds f ON f.beat_runs = e.beat_runs
        AND f.beat_sums = e.beat_sums
        AND f.beat_squares = e.beat_squares
        AND f.beat_cubes = e.beat_cubes
        AND f.handler_runs = e.handler_runs
        AND f.handler_sums = e.handler_sums
        AND f.handler_squares = e.handler_squares
    JOIN unnamed u ON u.execution_id = f.execution_id
    WHERE {times e}
)
SELECT
    k.plugin,
    k.sequence_id,
    k.handler,
    count(*) AS runs,
    count(DISTINCT b.execution_id) AS executions,
    min(b.start_nanos) AS first_nanos,
    max(b.start_nanos) AS last_nanos,
    min(b.ordinal) AS beat
FROM runs r
JOIN beat_times b ON b.execution_id = r.execution_id AND b.ordinal = r.ordinal
JOIN beat_kinds c ON c.beat_kind = b.beat_kind
JOIN session_builds s ON s.session_id = b.session_id
JOIN beat_handlers k ON k.sequence = c.sequence
    AND COALESCE(k.event, '') = COALESCE(c.event, '')
    AND k.number = COALESCE(c.number, -1)
    AND COALESCE(k.build, '') = COALESCE(s.build, '')
    AND COALESCE(k.commit, '') = COALESCE(s.commit, '')
WHERE {handlers k}
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
