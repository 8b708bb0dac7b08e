-- The single handler that handler runs name for an event, for runs that the log does not name: the handler, plugin
-- and sequence are NULL where several are named.
SELECT
    -- event VARCHAR: the event that called it
    g.event,
    -- for_plugin VARCHAR: the plugin that is known of the run, empty where none is
    g.for_plugin,
    -- for_sequence VARCHAR: the subscribed sequence that is known of the run, empty where none is
    g.for_sequence,
    -- handler VARCHAR: the handler's name
    CASE WHEN count(DISTINCT g.handler) = 1 THEN min(g.handler) END AS handler,
    -- plugin VARCHAR: who owns it
    CASE WHEN count(DISTINCT g.handler) = 1 AND count(DISTINCT g.plugin) = 1 THEN min(g.plugin) END AS plugin,
    -- subscribed_sequence VARCHAR: the id of the sequence on whose behalf it is subscribed
    CASE
        WHEN count(DISTINCT g.handler) = 1 AND count(DISTINCT g.subscribed_sequence) = 1
            THEN min(g.subscribed_sequence)
    END AS subscribed_sequence
FROM (
    SELECT event, plugin AS for_plugin, subscribed_sequence AS for_sequence, handler, plugin, subscribed_sequence
    FROM facts.handler_kinds
    WHERE handler IS NOT NULL AND plugin IS NOT NULL AND subscribed_sequence IS NOT NULL
    UNION ALL
    SELECT event, plugin AS for_plugin, '' AS for_sequence, handler, plugin, subscribed_sequence
    FROM facts.handler_kinds
    WHERE handler IS NOT NULL AND plugin IS NOT NULL
    UNION ALL
    SELECT event, '' AS for_plugin, subscribed_sequence AS for_sequence, handler, plugin, subscribed_sequence
    FROM facts.handler_kinds
    WHERE handler IS NOT NULL AND subscribed_sequence IS NOT NULL
    UNION ALL
    SELECT event, '' AS for_plugin, '' AS for_sequence, handler, plugin, subscribed_sequence
    FROM facts.handler_kinds
    WHERE handler IS NOT NULL
) g
GROUP BY g.event, g.for_plugin, g.for_sequence
