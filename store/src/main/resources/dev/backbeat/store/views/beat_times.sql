-- One beat run as numbers alone, cheap to sum up over many. What ran stands in `beat_kinds`.
SELECT
    -- execution_id BIGINT: the execution it belongs to, a 64-bit hash
    b.execution_id,
    -- session_id BIGINT: the session it belongs to, a 64-bit hash
    b.session_id,
    -- ordinal INTEGER: from 0 within the execution, in the order of execution
    b.ordinal,
    -- movement INTEGER: the ordinal of its movement run, NULL where it has none
    b.movement,
    -- attempt INTEGER: from 1; retries count up
    b.attempt,
    -- beat_kind INTEGER: what ran
    b.beat_kind,
    -- start_nanos BIGINT [ns since 1970, UTC]: when it began
    b.start_nanos,
    -- end_nanos BIGINT [ns since 1970, UTC]: when it ended, NULL where the log does not say
    b.end_nanos,
    -- reported_nanos BIGINT [ns]: the finest duration that the log reports
    b.reported_nanos,
    -- outcome VARCHAR: as the log reports it: `completed`, `failed`, `cancelled`, `incomplete`, `never_started`
    b.outcome,
    -- duration_nanos BIGINT [ns]: the finest duration that the log reports
    COALESCE(b.reported_nanos, b.rounded_nanos) AS duration_nanos,
    -- duration_bucket INTEGER: a number for that, equal for durations that are equal within 1 %, ascending with them
    b.duration_bucket,
    -- start_offset BIGINT [bytes]: where it begins in its input
    b.start_offset,
    -- end_offset BIGINT [bytes]: where it is reported as ended; its start while it is not
    b.end_offset
FROM facts.beat_runs b
