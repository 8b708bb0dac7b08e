-- How often each plugin was mounted, and in which sessions that went wrong: those that never completed it after
-- a failed attempt, and those with an attempt that did not end. A place is the first one: input and offset in one
-- number, 2^40 offsets an input. A reason is that of the first session that gives one.
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
        count(CASE WHEN m.outcome = 'failed' THEN m.reason END) AS reasons,
        count(CASE WHEN m.outcome = 'incomplete' THEN 1 END) AS without_end,
        min(m.start_offset) AS start_offset
    FROM plugin_mounts m
    WHERE m.outcome <> 'completed' AND {sessions m}
    GROUP BY 1, 2
),
mended AS (
    SELECT DISTINCT m.plugin, m.session_id
    FROM plugin_mounts m
    JOIN bad b ON b.plugin = m.plugin AND b.session_id = m.session_id
    WHERE m.outcome = 'completed' AND b.failed > 0
),
placed AS (
    SELECT
        b.plugin,
        b.session_id,
        CASE WHEN c.session_id IS NULL THEN b.failed ELSE 0 END AS never,
        b.reasons,
        b.without_end,
        CAST(s.input AS BIGINT) * 1099511627776 + b.start_offset AS place
    FROM bad b
    JOIN session_builds s ON s.session_id = b.session_id
    LEFT JOIN mended c ON c.plugin = b.plugin AND c.session_id = b.session_id
),
summed AS (
    SELECT
        p.plugin,
        count(CASE WHEN p.never > 0 THEN 1 END) AS never_sessions,
        sum(p.never) AS never,
        min(CASE WHEN p.never > 0 THEN p.place END) AS never_place,
        min_by(p.session_id, CASE WHEN p.never > 0 AND p.reasons > 0 THEN p.place END) AS reason_session,
        count(CASE WHEN p.without_end > 0 THEN 1 END) AS open_sessions,
        sum(p.without_end) AS without_end,
        min(CASE WHEN p.without_end > 0 THEN p.place END) AS open_place
    FROM placed p
    GROUP BY 1
),
reasons AS (
    SELECT m.plugin, min(m.reason) AS reason
    FROM plugin_mounts m
    JOIN summed u ON u.plugin = m.plugin AND u.reason_session = m.session_id
    WHERE m.outcome = 'failed'
    GROUP BY 1
)
SELECT
    a.plugin,
    a.attempts,
    COALESCE(s.sessions, 0) AS sessions,
    COALESCE(u.never_sessions, 0) AS never_sessions,
    CAST(COALESCE(u.never, 0) AS BIGINT) AS never,
    COALESCE(u.never_place, 0) AS never_place,
    COALESCE(u.open_sessions, 0) AS open_sessions,
    CAST(COALESCE(u.without_end, 0) AS BIGINT) AS without_end,
    COALESCE(u.open_place, 0) AS open_place,
    r.reason
FROM attempts a
LEFT JOIN sessions_of s ON s.plugin = a.plugin
LEFT JOIN summed u ON u.plugin = a.plugin
LEFT JOIN reasons r ON r.plugin = a.plugin
ORDER BY a.plugin
