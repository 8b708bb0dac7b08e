-- The beats of the executions of some variants, on an average.
SELECT
    v.sequence_kind,
    v.beats,
    v.sums,
    v.squares,
    v.cubes,
    b.ordinal,
    min(b.title) AS title,
    min(b.event) AS event,
    count(*) AS runs,
    sum(b.start_nanos - e.start_nanos) AS start_nanos,
    sum(COALESCE(b.end_nanos - b.start_nanos, b.reported_nanos, 0)) AS took_nanos,
    max(CASE WHEN b.outcome = 'failed' THEN 1 ELSE 0 END) AS failed
FROM (
    SELECT
        x.execution_id,
        x.sequence_kind,
        count(*) AS beats,
        sum(x.mark) AS sums,
        sum(x.mark * x.mark % 2147483647) AS squares,
        sum(x.mark * x.mark % 2147483647 * x.mark % 2147483647) AS cubes
    FROM (
        SELECT
            m.execution_id,
            k.sequence_kind,
            (CAST(m.beat_kind AS BIGINT) * 1009 + m.ordinal) % 2147483647 AS mark
        FROM beat_times m
        JOIN execution_times k ON k.execution_id = m.execution_id
    ) x
    GROUP BY x.execution_id, x.sequence_kind
) v
JOIN execution_times e ON e.execution_id = v.execution_id
JOIN beat_runs b ON b.execution_id = v.execution_id
WHERE v.sums IN ({values}) AND e.handler_nanos IS NOT NULL AND b.start_nanos IS NOT NULL AND {executions e} AND {handling e}
GROUP BY 1, 2, 3, 4, 5, 6
ORDER BY 1, 2, 3, 4, 5, 6
