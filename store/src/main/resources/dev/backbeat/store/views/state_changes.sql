-- A handler run changed one key of the data that is handed from beat to beat.
SELECT
    -- execution_id BIGINT: the execution it belongs to, a 64-bit hash
    c.execution_id,
    -- session_id BIGINT: the session it belongs to, a 64-bit hash
    c.session_id,
    -- input INTEGER: the input that it was read from
    s.input,
    -- handler_run INTEGER: the ordinal of the handler run that changed it
    c.handler_run,
    -- state_key VARCHAR: the state key
    c.state_key,
    -- kind VARCHAR: what happened to the key: `added`, `updated`, `removed`
    c.kind,
    -- preview VARCHAR: a cut and redacted rendering of what changed in the same record, with its first key only
    c.preview,
    -- time_nanos BIGINT [ns since 1970, UTC]: when it was seen
    c.time_nanos,
    -- start_offset BIGINT [bytes]: where it was read in its input
    c.start_offset
FROM facts.state_changes c
LEFT JOIN session_builds s ON s.session_id = c.session_id
