-- Which handlers ran for which event of which sequence in each build, and how.
SELECT
    s.build_number,
    h.sequence,
    h.event,
    h.plugin,
    h.handler,
    h.handler_name_source,
    h.subscribed_sequence,
    count(*) AS runs,
    count(DISTINCT h.execution_id) AS executions,
    min(CAST(s.input AS BIGINT) * 1099511627776 + h.start_offset) AS place,
    min_by(h.execution_id, CAST(s.input AS BIGINT) * 1099511627776 + h.start_offset) AS execution_id
FROM handler_runs h
JOIN (
    SELECT b.session_id, b.input, dense_rank() OVER (ORDER BY b.build, b.commit) AS build_number
    FROM session_builds b
) s ON s.session_id = h.session_id
WHERE {executions h} AND {handlers h}
GROUP BY 1, 2, 3, 4, 5, 6, 7
ORDER BY 1, 2, 3, 4, 5, 6, 7
