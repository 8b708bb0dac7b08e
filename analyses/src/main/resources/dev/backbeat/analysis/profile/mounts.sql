-- The mounts of each plugin over all sessions, in the order in which plugins are mounted.
SELECT
    m.plugin,
    min(m.ordinal) AS first_ordinal,
    count(*) AS mounts,
    count(CASE WHEN m.outcome = 'failed' THEN 1 END) AS failed,
    count(CASE WHEN m.outcome = 'incomplete' THEN 1 END) AS incomplete,
    count(CASE WHEN m.end_nanos IS NOT NULL AND m.start_nanos IS NOT NULL THEN 1 END) AS timed,
    sum(CASE WHEN m.end_nanos IS NOT NULL AND m.start_nanos IS NOT NULL THEN m.end_nanos - m.start_nanos END) AS nanos,
    max(m.end_nanos - m.start_nanos) AS max_nanos,
    min(m.reason) AS reason,
    min(CASE WHEN m.outcome = 'failed' THEN CAST(m.input AS BIGINT) * 1099511627776 + m.start_offset END) AS failed_place,
    min(CAST(m.input AS BIGINT) * 1099511627776 + m.start_offset) AS place
FROM plugin_mounts m
WHERE {sessions m} AND {plugins m}
GROUP BY m.plugin
ORDER BY 2, 1
