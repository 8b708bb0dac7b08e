-- Executions that began and did not end: how many behind them waited until the session ended. Of those that took the
-- same beats the fold names one, which tells where they stopped.
SELECT
    s.build_number,
    COALESCE(e.sequence_id, e.sequence_name) AS sequence,
    e.execution_id,
    e.input,
    e.start_offset,
    min(t.execution_id) OVER (
        PARTITION BY t.sequence_kind, t.beat_runs, t.beat_sums, t.beat_squares, t.beat_cubes
    ) AS fold,
    (
        SELECT count(*)
        FROM executions w
        WHERE w.session_id = e.session_id AND w.ordinal > e.ordinal AND w.outcome = 'never_started'
    ) AS waiting
FROM executions e
JOIN execution_times t ON t.execution_id = e.execution_id
JOIN (
    SELECT b.session_id, dense_rank() OVER (ORDER BY b.build, b.commit) AS build_number
    FROM session_builds b
) s ON s.session_id = e.session_id
WHERE e.outcome = 'incomplete' AND t.outcome = 'incomplete' AND {executions e} AND {handling e}
ORDER BY e.input, e.start_offset
