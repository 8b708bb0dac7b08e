-- Plugins whose attempts to be mounted failed or did not end, by session: how each went. Of plugins whose
-- every attempt was completed there is a row without a session; each row says of its plugin how many attempts
-- there were in how many sessions.
WITH attempts AS (
    SELECT m.plugin, count(*) AS attempts, count(CASE WHEN m.outcome <> 'completed' THEN 1 END) AS bad
    FROM plugin_mounts m
    WHERE {sessions m}
    GROUP BY 1
),
sessions_of AS (
    SELECT m.plugin, count(DISTINCT m.session_id) AS sessions
    FROM plugin_mounts m
    WHERE m.plugin IN (SELECT a.plugin FROM attempts a WHERE a.bad > 0) AND {sessions m}
    GROUP BY 1
),
bad AS (
    SELECT
        m.plugin,
        m.session_id,
        count(CASE WHEN m.outcome = 'failed' THEN 1 END) AS failed,
        count(CASE WHEN m.outcome = 'incomplete' THEN 1 END) AS without_end,
        min(CASE WHEN m.outcome = 'failed' THEN m.reason END) AS reason,
        min(CAST(m.input AS BIGINT) * 1099511627776 + m.start_offset) AS place
    FROM plugin_mounts m
    WHERE m.outcome <> 'completed' AND {sessions m}
    GROUP BY 1, 2
),
mended AS (
    SELECT m.plugin, m.session_id, count(*) AS completed
    FROM plugin_mounts m
    JOIN bad b ON b.plugin = m.plugin AND b.session_id = m.session_id
    WHERE m.outcome = 'completed' AND b.failed > 0
    GROUP BY 1, 2
)
SELECT
    a.plugin,
    a.attempts,
    COALESCE(s.sessions, 0) AS sessions,
    COALESCE(c.completed, 0) AS completed,
    COALESCE(b.failed, 0) AS failed,
    COALESCE(b.without_end, 0) AS without_end,
    b.reason,
    b.place
FROM attempts a
LEFT JOIN sessions_of s ON s.plugin = a.plugin
LEFT JOIN bad b ON b.plugin = a.plugin
LEFT JOIN mended c ON c.plugin = b.plugin AND c.session_id = b.session_id
ORDER BY a.plugin, b.place
