-- Errors of the network.
SELECT
    r.message,
    count(*) AS errors,
    count(DISTINCT r.session_id) AS sessions,
    min(CAST(r.input AS BIGINT) * 1099511627776 + r.start_offset) AS place
FROM errors r
WHERE r.kind = 'network' AND {sessions r}
GROUP BY r.message
ORDER BY 4
