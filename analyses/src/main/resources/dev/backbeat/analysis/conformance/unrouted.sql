-- Topics that were published to while they had no route and nobody was subscribed, in how many sessions, of how many
-- that published to them. A sequence subscribes to the events of its own beats, which may be named like a topic: such a
-- subscription hears no message.
SELECT
    t.topic,
    count(CASE WHEN t.count = 0 AND u.session_id IS NULL THEN 1 END) AS lost,
    count(*) AS published,
    count(DISTINCT CASE WHEN t.count = 0 AND u.session_id IS NULL THEN t.session_id END) AS sessions,
    count(DISTINCT t.session_id) AS sessions_of,
    min(CASE WHEN t.count = 0 AND u.session_id IS NULL
        THEN CAST(t.input AS BIGINT) * 1099511627776 + t.start_offset END) AS place
FROM topic_events t
LEFT JOIN (
    SELECT DISTINCT x.session_id, x.topic
    FROM topic_events x
    WHERE x.kind = 'subscribed' AND x.sequence_id IS NULL
) u ON u.session_id = t.session_id AND u.topic = t.topic
WHERE t.kind = 'published' AND {sessions t}
GROUP BY t.topic
ORDER BY t.topic
