-- Plugins whose attempts to be mounted failed or did not end, by session: how many attempts there were, how each went.
SELECT
    m.plugin,
    m.session_id,
    count(*) AS attempts,
    count(CASE WHEN m.outcome = 'completed' THEN 1 END) AS completed,
    count(CASE WHEN m.outcome = 'failed' THEN 1 END) AS failed,
    count(CASE WHEN m.outcome = 'incomplete' THEN 1 END) AS without_end,
    min(CASE WHEN m.outcome = 'failed' THEN m.reason END) AS reason,
    min(CASE WHEN m.outcome <> 'completed'
        THEN CAST(m.input AS BIGINT) * 1099511627776 + m.start_offset END) AS place
FROM plugin_mounts m
WHERE {sessions m}
GROUP BY m.plugin, m.session_id
ORDER BY m.plugin, 8
