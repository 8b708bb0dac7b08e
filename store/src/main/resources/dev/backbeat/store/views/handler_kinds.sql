-- What runs as a handler. Where the log does not name the handler (one that never ended), it is the single one that
-- other handler runs name for the same event and, as far as they are known, the same plugin and subscribed sequence.
SELECT
    -- handler_kind INTEGER: its number; what is the same may have several
    k.handler_kind,
    -- sequence VARCHAR: the id of the executed sequence, or its name where no id is known
    k.sequence,
    -- event VARCHAR: the event that calls it
    k.event,
    -- plugin VARCHAR: who owns it, NULL where neither the log nor other runs say
    COALESCE(k.plugin, n.plugin) AS plugin,
    -- handler VARCHAR: its name, NULL where neither the log nor other runs say
    COALESCE(k.handler, n.handler) AS handler,
    -- handler_name_source VARCHAR: who names it: `log`, `other_runs` or `unknown`
    CASE
        WHEN k.handler IS NOT NULL THEN 'log'
        WHEN n.handler IS NOT NULL THEN 'other_runs'
        ELSE 'unknown'
    END AS handler_name_source,
    -- subscribed_sequence VARCHAR: the id of the sequence on whose behalf it is subscribed, NULL where nobody says
    COALESCE(k.subscribed_sequence, n.subscribed_sequence) AS subscribed_sequence
FROM facts.handler_kinds k
LEFT JOIN handler_guesses n ON k.handler IS NULL
    AND n.event = k.event
    AND n.for_plugin = COALESCE(k.plugin, '')
    AND n.for_sequence = COALESCE(k.subscribed_sequence, '')
