-- How often each movement ran in each build. Executions that took the same beats in the same order had the same
-- movements, so one stands for all of them.
SELECT
    o.build_number,
    COALESCE(x.sequence_id, x.sequence_name) AS sequence,
    m.name AS movement,
    sum(o.executions) AS runs
FROM movement_runs m
JOIN (
    SELECT s.build_number, e.sequence_kind, min(e.execution_id) AS execution_id, count(*) AS executions
    FROM execution_times e
    JOIN (
        SELECT y.session_id, dense_rank() OVER (ORDER BY y.build) AS build_number
        FROM session_builds y
    ) s ON s.session_id = e.session_id
    WHERE {executions e} AND {handling e}
    GROUP BY s.build_number, e.sequence_kind, e.beat_runs, e.beat_sums, e.beat_squares, e.beat_cubes
) o ON o.execution_id = m.execution_id
JOIN sequence_kinds x ON x.sequence_kind = o.sequence_kind
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
