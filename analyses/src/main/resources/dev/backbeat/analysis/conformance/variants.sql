-- Executions that took the same beats in the same order, as often as there are. A beat counts as another one where it
-- or a handler of it failed. What beats they are is told by the first of them: executions are the same where the count
-- and the first three power sums of their beats are. A place is input and offset in one number, 2^40 offsets an input.
SELECT
    s.build_number,
    e.sequence_kind,
    e.outcome,
    COALESCE(v.beats, 0) AS beats,
    v.sums,
    v.squares,
    v.cubes,
    count(*) AS executions,
    count(DISTINCT e.session_id) AS sessions,
    min(CAST(s.input AS BIGINT) * 1099511627776 + e.start_offset) AS place,
    min_by(e.execution_id, CAST(s.input AS BIGINT) * 1099511627776 + e.start_offset) AS execution_id
FROM execution_times e
JOIN (
    SELECT b.session_id, b.input, dense_rank() OVER (ORDER BY b.build, b.commit) AS build_number
    FROM session_builds b
) s ON s.session_id = e.session_id
LEFT JOIN (
    SELECT
        m.execution_id,
        count(*) AS beats,
        sum(m.mark) AS sums,
        sum(m.mark * m.mark % 2147483647) AS squares,
        sum(m.mark * m.mark % 2147483647 * m.mark % 2147483647) AS cubes
    FROM (
        SELECT
            b.execution_id,
            ((CAST(b.beat_kind AS BIGINT) * 2 + CASE WHEN f.execution_id IS NULL THEN 0 ELSE 1 END) * 1009 + b.ordinal)
                % 2147483647 AS mark
        FROM beat_times b
        LEFT JOIN (
            SELECT DISTINCT h.execution_id, h.beat AS ordinal
            FROM handler_runs h
            WHERE h.outcome = 'failed'
            UNION
            SELECT r.execution_id, r.ordinal
            FROM beat_runs r
            WHERE r.outcome = 'failed'
        ) f ON f.execution_id = b.execution_id AND f.ordinal = b.ordinal
    ) m
    GROUP BY m.execution_id
) v ON v.execution_id = e.execution_id
WHERE {executions e} AND {handling e}
GROUP BY 1, 2, 3, 4, 5, 6, 7
ORDER BY 1, 2, 3, 10
