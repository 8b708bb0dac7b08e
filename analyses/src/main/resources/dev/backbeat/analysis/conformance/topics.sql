-- What happened on each topic in each build, and where it was routed to or who subscribed.
SELECT
    s.build_number,
    t.topic,
    t.kind,
    t.plugin,
    t.sequence_id,
    count(*) AS events,
    count(CASE WHEN t.count = 0 THEN 1 END) AS without_route,
    min(CAST(t.input AS BIGINT) * 1099511627776 + t.start_offset) AS place
FROM topic_events t
JOIN (
    SELECT b.session_id, b.input, dense_rank() OVER (ORDER BY b.build, b.commit) AS build_number
    FROM session_builds b
) s ON s.session_id = t.session_id
WHERE {sessions t}
GROUP BY 1, 2, 3, 4, 5
ORDER BY 1, 2, 3, 4, 5
