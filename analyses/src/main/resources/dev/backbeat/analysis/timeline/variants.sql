-- Executions that took the same beats in the same order, the most usual first. They are the same where the count and the
-- first three power sums of their beats are.
SELECT
    e.sequence_kind,
    v.beats,
    v.sums,
    v.squares,
    v.cubes,
    count(*) AS executions,
    min(e.execution_id) AS execution_id,
    sum(e.handler_nanos + e.in_beat_nanos + e.between_nanos) AS took_nanos
FROM execution_times e
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
    ) m
    GROUP BY m.execution_id
) v ON v.execution_id = e.execution_id
WHERE e.handler_nanos IS NOT NULL AND {executions e} AND {handling e}
GROUP BY 1, 2, 3, 4, 5
ORDER BY 6 DESC, 7
