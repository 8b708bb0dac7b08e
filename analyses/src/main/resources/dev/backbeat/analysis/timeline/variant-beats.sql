-- The beats of the executions of some variants, on an average. What failed in the one that stands for a variant failed
-- in all of them.
WITH variants AS (
    SELECT
        e.sequence_kind,
        e.beat_runs,
        e.beat_sums,
        e.beat_squares,
        e.beat_cubes,
        min(e.execution_id) AS execution_id
    FROM execution_times e
    WHERE e.beat_sums IN ({values}) AND e.beat_runs > 0 AND e.handler_nanos IS NOT NULL AND {times e} AND {handling e}
    GROUP BY 1, 2, 3, 4, 5
),
runs AS (
    SELECT e.execution_id, e.start_nanos, v.execution_id AS variant
    FROM execution_times e
    JOIN variants v ON v.sequence_kind = e.sequence_kind
        AND v.beat_runs = e.beat_runs
        AND v.beat_sums = e.beat_sums
        AND v.beat_squares = e.beat_squares
        AND v.beat_cubes = e.beat_cubes
    WHERE e.handler_nanos IS NOT NULL AND {times e} AND {handling e}
),
beats AS (
    SELECT
        r.variant,
        b.ordinal,
        min(b.beat_kind) AS beat_kind,
        count(*) AS runs,
        sum(b.start_nanos - r.start_nanos) AS start_nanos,
        sum(COALESCE(b.end_nanos - b.start_nanos, b.reported_nanos, 0)) AS took_nanos,
        max(CASE WHEN b.outcome = 'failed' THEN 1 ELSE 0 END) AS failed
    FROM runs r
    JOIN beat_times b ON b.execution_id = r.execution_id
    WHERE b.start_nanos IS NOT NULL
    GROUP BY 1, 2
),
failures AS (
    SELECT DISTINCT h.execution_id, h.beat
    FROM handler_times h
    WHERE h.outcome = 'failed' AND h.execution_id IN (SELECT v.execution_id FROM variants v)
)
SELECT
    v.sequence_kind,
    v.beat_runs AS beats,
    v.beat_sums AS sums,
    v.beat_squares AS squares,
    v.beat_cubes AS cubes,
    b.ordinal,
    k.title,
    k.event,
    b.runs,
    CAST(b.start_nanos AS BIGINT) AS start_nanos,
    CAST(b.took_nanos AS BIGINT) AS took_nanos,
    CASE WHEN b.failed > 0 OR f.beat IS NOT NULL THEN 1 ELSE 0 END AS failed
FROM beats b
JOIN variants v ON v.execution_id = b.variant
JOIN beat_kinds k ON k.beat_kind = b.beat_kind
LEFT JOIN failures f ON f.execution_id = b.variant AND f.beat = b.ordinal
ORDER BY 1, 2, 3, 4, 5, 6
