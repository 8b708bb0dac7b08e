-- A sequence became known to a session.
SELECT
    -- session_id BIGINT: the session, a 64-bit hash
    r.session_id,
    -- input INTEGER: the input that it was read from
    s.input,
    -- name VARCHAR: the sequence's name
    r.name,
    -- sequence_id VARCHAR: the sequence's id
    r.sequence_id,
    -- time_nanos BIGINT [ns since 1970, UTC]: when it was registered
    r.time_nanos,
    -- start_offset BIGINT [bytes]: where it was read in its input
    r.start_offset
FROM facts.sequence_registrations r
LEFT JOIN session_builds s ON s.session_id = r.session_id
