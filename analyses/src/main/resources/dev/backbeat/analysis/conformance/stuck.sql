-- Executions that began and did not end although others waited behind them: how many waited until the session ended.
SELECT
    s.build_number,
    COALESCE(e.sequence_id, e.sequence_name) AS sequence,
    e.execution_id,
    e.input,
    e.start_offset,
    e.beat_runs,
    (
        SELECT count(*)
        FROM executions w
        WHERE w.session_id = e.session_id AND w.ordinal > e.ordinal AND w.outcome = 'never_started'
    ) AS waiting
FROM executions e
JOIN (
    SELECT b.session_id, dense_rank() OVER (ORDER BY b.build, b.commit) AS build_number
    FROM session_builds b
) s ON s.session_id = e.session_id
WHERE e.outcome = 'incomplete' AND {executions e} AND {handling e}
ORDER BY e.input, e.start_offset
