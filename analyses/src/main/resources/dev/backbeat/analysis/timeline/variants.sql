-- Executions that took the same beats in the same order, the most usual first. They are the same where the
-- count and the first three power sums of their beats are. One of those that are equal in all stands for
-- them.
WITH folds AS (
    SELECT
        e.sequence_kind,
        e.beat_runs,
        e.beat_sums,
        e.beat_squares,
        e.beat_cubes,
        count(*) AS executions,
        min(e.execution_id) AS execution_id,
        sum(e.handler_nanos + e.in_beat_nanos + e.between_nanos) AS took_nanos
    FROM execution_times e
    WHERE e.beat_runs > 0 AND e.handler_nanos IS NOT NULL AND {times e} AND {handling e}
    GROUP BY 1, 2, 3, 4, 5
)
SELECT
    f.sequence_kind,
    v.beats,
    v.sums,
    v.squares,
    v.cubes,
    CAST(sum(f.executions) AS BIGINT) AS executions,
    min(f.execution_id) AS execution_id,
    CAST(sum(f.took_nanos) AS BIGINT) AS took_nanos
FROM folds f
JOIN (
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
) v ON v.execution_id = f.execution_id
GROUP BY 1, 2, 3, 4, 5
ORDER BY 6 DESC, 7
