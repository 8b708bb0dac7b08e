-- Which handlers were seen to run for which event: the names that the log gives.
SELECT
    -- plugin VARCHAR: who owns the handler, NULL where the log does not say
    n.plugin,
    -- subscribed_sequence VARCHAR: the id of the sequence on whose behalf it is subscribed, NULL where the log does not say
    n.subscribed_sequence,
    -- event VARCHAR: the event that called it, NULL where the log does not say
    n.event,
    -- handler VARCHAR: its name
    n.handler,
    -- runs BIGINT [handler runs]: how often it ran
    CAST(sum(n.runs) AS BIGINT) AS runs
FROM facts.handler_names n
GROUP BY n.plugin, n.subscribed_sequence, n.event, n.handler
