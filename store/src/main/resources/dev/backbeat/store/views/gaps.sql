-- A silence in a session: nothing was written between two timed records.
SELECT
    -- session_id BIGINT: the session, a 64-bit hash
    g.session_id,
    -- input INTEGER: the input that it was read from
    s.input,
    -- start_nanos BIGINT [ns since 1970, UTC]: the time of the record before
    g.start_nanos,
    -- end_nanos BIGINT [ns since 1970, UTC]: the time of the record after
    g.end_nanos,
    -- start_offset BIGINT [bytes]: where the record before stands in its input
    g.start_offset,
    -- end_offset BIGINT [bytes]: where the record after stands in its input
    g.end_offset,
    -- execution_id BIGINT: the execution that executed a beat meanwhile, NULL where none did
    g.execution_id
FROM facts.gaps g
LEFT JOIN session_builds s ON s.session_id = g.session_id
