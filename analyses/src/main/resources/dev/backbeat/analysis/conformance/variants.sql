-- Executions that took the same beats in the same order, as often as there are. A beat counts as another one where it
-- or a handler of it failed. What beats they are is told by the first of them: executions are the same where the count
-- and the first three power sums of their beats are. A place is input and offset in one number, 2^40 offsets an input.
SELECT
    s.build_number,
    e.sequence_kind,
    e.outcome,
    e.beat_runs AS beats,
    e.beat_sums AS sums,
    e.beat_squares AS squares,
    e.beat_cubes AS cubes,
    count(*) AS executions,
    min(CAST(s.input AS BIGINT) * 1099511627776 + e.start_offset) AS place,
    min_by(e.execution_id, CAST(s.input AS BIGINT) * 1099511627776 + e.start_offset) AS execution_id
FROM execution_times e
JOIN (
    SELECT b.session_id, b.input, dense_rank() OVER (ORDER BY b.build, b.commit) AS build_number
    FROM session_builds b
) s ON s.session_id = e.session_id
WHERE {times e} AND {handling e}
GROUP BY 1, 2, 3, 4, 5, 6, 7
ORDER BY 1, 2, 3, 10
