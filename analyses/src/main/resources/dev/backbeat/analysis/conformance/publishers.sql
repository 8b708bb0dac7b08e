-- Which sequences were executing a beat when a topic was published to, in each build.
SELECT
    s.build_number,
    t.topic,
    COALESCE(e.sequence_id, e.sequence_name) AS sequence,
    count(*) AS events,
    min(CAST(t.input AS BIGINT) * 1099511627776 + t.start_offset) AS place,
    min_by(t.execution_id, CAST(t.input AS BIGINT) * 1099511627776 + t.start_offset) AS execution_id
FROM topic_events t
JOIN executions e ON e.execution_id = t.execution_id
JOIN (
    SELECT b.session_id, b.input, dense_rank() OVER (ORDER BY b.build, b.commit) AS build_number
    FROM session_builds b
) s ON s.session_id = t.session_id
WHERE t.kind = 'published' AND {sessions t}
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
