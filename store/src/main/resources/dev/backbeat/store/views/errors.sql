-- Something that went wrong, tied to as much of the execution as the log allows.
SELECT
    -- session_id BIGINT: the session it happened in, a 64-bit hash
    r.session_id,
    -- input INTEGER: the input that it was read from
    s.input,
    -- build VARCHAR: what people call the build that it happened in, NULL where nobody says
    s.build,
    -- commit VARCHAR: the commit that it happened in, NULL where nobody says
    s.commit,
    -- execution_id BIGINT: the execution it happened in, NULL where it is not known
    r.execution_id,
    -- beat INTEGER: the ordinal of its beat run, NULL where it is not known
    r.beat,
    -- handler_run INTEGER: the ordinal of the handler run that failed, NULL where none did
    r.handler_run,
    -- kind VARCHAR: `handler`, `beat`, `movement`, `sequence`, `mount`, `network` or `console`
    r.kind,
    -- plugin VARCHAR: whose code failed, NULL where the log does not say
    r.plugin,
    -- handler VARCHAR: which handler failed, NULL where the log does not say
    r.handler,
    -- message VARCHAR: the first line, redacted
    r.message,
    -- stack VARCHAR: the lines that belong to it, redacted and cut
    r.stack,
    -- time_nanos BIGINT [ns since 1970, UTC]: when it was written
    r.time_nanos,
    -- start_offset BIGINT [bytes]: where it was read in its input
    r.start_offset
FROM facts.errors r
LEFT JOIN session_builds s ON s.session_id = r.session_id
