-- How often each handler failed or never ended.
SELECT
    h.plugin,
    h.handler,
    COALESCE(h.subscribed_sequence, h.sequence) AS sequence,
    count(*) AS runs
FROM handler_runs h
WHERE h.outcome IN ('failed', 'never_ended') AND h.handler IS NOT NULL AND {executions h} AND {handlers h}
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
