-- Executions that took the same beats in the same order, the most usual first. They are the same where the count and
-- the first three power sums of their beats are; a beat counts as another one where it or a handler of it failed. One
-- of those that are equal stands for all; of each build and outcome one is named.
SELECT
    v.sequence_kind,
    v.beats,
    v.sums,
    v.squares,
    v.cubes,
    CAST(sum(v.executions) AS BIGINT) AS executions,
    min(v.execution_id) AS execution_id,
    CAST(sum(v.took_nanos) AS BIGINT) AS took_nanos,
    string_agg(CAST(v.execution_id AS VARCHAR), ',') AS examples
FROM (
    SELECT
        e.sequence_kind,
        e.beat_runs AS beats,
        e.beat_sums AS sums,
        e.beat_squares AS squares,
        e.beat_cubes AS cubes,
        e.outcome,
        s.build_number,
        count(*) AS executions,
        min(e.execution_id) AS execution_id,
        sum(e.handler_nanos + e.in_beat_nanos + e.between_nanos) AS took_nanos
    FROM execution_times e
    JOIN (
        SELECT b.session_id, dense_rank() OVER (ORDER BY b.build, b.commit) AS build_number
        FROM session_builds b
    ) s ON s.session_id = e.session_id
    WHERE e.beat_runs > 0 AND e.handler_nanos IS NOT NULL AND {times e} AND {handling e}
    GROUP BY 1, 2, 3, 4, 5, 6, 7
) v
GROUP BY 1, 2, 3, 4, 5
ORDER BY 6 DESC, 7
