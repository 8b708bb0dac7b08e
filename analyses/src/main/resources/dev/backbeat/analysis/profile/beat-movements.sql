-- Which movements the beats with an event belong to in each build. Executions that took the same beats in the same
-- order are asked for once.
SELECT
    o.build_number,
    k.sequence,
    k.event,
    m.name AS movement
FROM beat_times b
JOIN beat_kinds k ON k.beat_kind = b.beat_kind
JOIN (
    SELECT s.build_number, min(e.execution_id) AS execution_id
    FROM execution_times e
    JOIN (
        SELECT x.session_id, dense_rank() OVER (ORDER BY x.build) AS build_number
        FROM session_builds x
    ) s ON s.session_id = e.session_id
    WHERE {executions e} AND {handling e}
    GROUP BY s.build_number, e.sequence_kind, e.beat_runs, e.beat_sums, e.beat_squares, e.beat_cubes
) o ON o.execution_id = b.execution_id
LEFT JOIN movement_runs m ON m.execution_id = b.execution_id AND m.ordinal = b.movement
GROUP BY 1, 2, 3, 4
ORDER BY 1, 2, 3, 4
