-- The beats of the executions of some variants, on an average.
WITH folds AS (
    SELECT
        e.sequence_kind,
        e.beat_runs,
        e.beat_sums,
        e.beat_squares,
        e.beat_cubes,
        min(e.execution_id) AS execution_id
    FROM execution_times e
    WHERE e.beat_runs > 0 AND e.handler_nanos IS NOT NULL AND {times e} AND {handling e}
    GROUP BY 1, 2, 3, 4, 5
),
variants AS (
    SELECT
        m.execution_id,
        count(*) AS beats,
        sum(m.mark) AS sums,
        sum(m.mark * m.mark % 2147483647) AS squares,
        sum(m.mark * m.mark % 2147483647 * m.mark % 2147483647) AS cubes
    FROM (
        SELECT b.execution_id, (CAST(b.beat_kind AS BIGINT) * 1009 + b.ordinal) % 2147483647 AS mark
        FROM beat_times b
        WHERE b.execution_id IN (SELECT x.execution_id FROM folds x)
    ) m
    GROUP BY m.execution_id
    HAVING sum(m.mark) IN ({values})
),
runs AS (
    SELECT e.execution_id, e.start_nanos, f.sequence_kind, f.execution_id AS fold
    FROM execution_times e
    JOIN folds f ON f.sequence_kind = e.sequence_kind
        AND f.beat_runs = e.beat_runs
        AND f.beat_sums = e.beat_sums
        AND f.beat_squares = e.beat_squares
        AND f.beat_cubes = e.beat_cubes
    WHERE f.execution_id IN (SELECT v.execution_id FROM variants v)
        AND e.handler_nanos IS NOT NULL AND {times e} AND {handling e}
),
beats AS (
    SELECT
        r.fold,
        r.sequence_kind,
        b.ordinal,
        min(b.beat_kind) AS beat_kind,
        count(*) AS runs,
        sum(b.start_nanos - r.start_nanos) AS start_nanos,
        sum(COALESCE(b.end_nanos - b.start_nanos, b.reported_nanos, 0)) AS took_nanos,
        max(CASE WHEN b.outcome = 'failed' THEN 1 ELSE 0 END) AS failed
    FROM runs r
    JOIN beat_times b ON b.execution_id = r.execution_id
    WHERE b.start_nanos IS NOT NULL
    GROUP BY 1, 2, 3
)
SELECT
    b.sequence_kind,
    v.beats,
    v.sums,
    v.squares,
    v.cubes,
    b.ordinal,
    min(k.title) AS title,
    min(k.event) AS event,
    CAST(sum(b.runs) AS BIGINT) AS runs,
    CAST(sum(b.start_nanos) AS BIGINT) AS start_nanos,
    CAST(sum(b.took_nanos) AS BIGINT) AS took_nanos,
    max(b.failed) AS failed
FROM beats b
JOIN variants v ON v.execution_id = b.fold
JOIN beat_kinds k ON k.beat_kind = b.beat_kind
GROUP BY 1, 2, 3, 4, 5, 6
ORDER BY 1, 2, 3, 4, 5, 6
