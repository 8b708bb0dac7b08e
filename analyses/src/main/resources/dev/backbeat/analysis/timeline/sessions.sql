-- Sessions whose executions are shown.
SELECT s.session_id, s.input, s.build, s.start_nanos, s.end_nanos
FROM sessions s
WHERE s.session_id IN (
    SELECT e.session_id
    FROM execution_times e
    WHERE {times e} AND {handling e}
)
ORDER BY s.start_nanos, s.session_id
