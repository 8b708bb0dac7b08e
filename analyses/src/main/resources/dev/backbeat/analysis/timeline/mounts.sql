-- The plugins that were mounted between two moments.
SELECT
    m.session_id,
    m.plugin,
    m.outcome,
    m.reason,
    m.start_nanos,
    m.end_nanos
FROM plugin_mounts m
WHERE m.start_nanos < {end} AND COALESCE(m.end_nanos, m.start_nanos) >= {begin} AND {sessions m} AND {plugins m}
ORDER BY m.start_nanos, m.plugin
LIMIT 2000
