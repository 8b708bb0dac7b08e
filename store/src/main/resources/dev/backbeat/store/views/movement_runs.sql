-- One observed run of a movement.
SELECT
    -- execution_id BIGINT: the execution it belongs to, a 64-bit hash
    m.execution_id,
    -- session_id BIGINT: the session it belongs to, a 64-bit hash
    m.session_id,
    -- input INTEGER: the input that it was read from
    s.input,
    -- ordinal INTEGER: from 0 within the execution, in the order of execution
    m.ordinal,
    -- name VARCHAR: the movement's name
    m.name,
    -- beats INTEGER [beats]: how many beats it announces
    m.beats,
    -- start_nanos BIGINT [ns since 1970, UTC]: when it began
    m.start_nanos,
    -- end_nanos BIGINT [ns since 1970, UTC]: when it was reported as ended
    m.end_nanos,
    -- reported_nanos BIGINT [ns]: the duration that the log reports
    m.reported_nanos,
    -- outcome VARCHAR: as the log reports it: `completed`, `failed`, `cancelled`, `incomplete`, `never_started`
    m.outcome,
    -- start_offset BIGINT [bytes]: where it begins in its input
    m.start_offset,
    -- end_offset BIGINT [bytes]: where it is reported as ended; its start while it is not
    m.end_offset
FROM facts.movement_runs m
LEFT JOIN session_builds s ON s.session_id = m.session_id
