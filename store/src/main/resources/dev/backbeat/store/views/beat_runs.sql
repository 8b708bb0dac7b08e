-- One observed run of a beat.
SELECT
    -- execution_id BIGINT: the execution it belongs to, a 64-bit hash
    b.execution_id,
    -- session_id BIGINT: the session it belongs to, a 64-bit hash
    b.session_id,
    -- input INTEGER: the input that it was read from
    s.input,
    -- build VARCHAR: what people call the build that ran it, NULL where nobody says
    s.build,
    -- commit VARCHAR: the commit that ran it, NULL where nobody says
    s.commit,
    -- sequence VARCHAR: the id of its execution's sequence, or its name where no id is known
    b.sequence,
    -- sequence_name VARCHAR: the name of its execution's sequence as the log says it
    e.sequence_name,
    -- sequence_id VARCHAR: the id of its execution's sequence, NULL where the log does not say
    e.sequence_id,
    -- plugin VARCHAR: who owns its execution's sequence, NULL where the log does not say
    e.plugin,
    -- ordinal INTEGER: from 0 within the execution, in the order of execution
    b.ordinal,
    -- parent INTEGER: the ordinal of the beat run that called it, NULL where it has none
    b.parent,
    -- movement INTEGER: the ordinal of its movement run, NULL where it has none
    b.movement,
    -- number INTEGER: the documented number, NULL where it has none: neither unique nor a position
    b.number,
    -- position INTEGER: from 1 within the movement, as the log says it
    b.position,
    -- attempt INTEGER: from 1; retries count up
    b.attempt,
    -- title VARCHAR: what the beat is called
    b.title,
    -- event VARCHAR: the event it emits
    b.event,
    -- timing VARCHAR: how it is documented to be timed
    b.timing,
    -- start_nanos BIGINT [ns since 1970, UTC]: when it began
    b.start_nanos,
    -- end_nanos BIGINT [ns since 1970, UTC]: when it was reported as ended
    b.end_nanos,
    -- reported_nanos BIGINT [ns]: the finest duration that the log reports
    b.reported_nanos,
    -- rounded_nanos BIGINT [ns]: the whole-millisecond duration that the log also reports
    b.rounded_nanos,
    -- duration_bucket INTEGER: a number for `reported_nanos`, else for `rounded_nanos`, equal for durations that are
    --     equal within 1 %, ascending with them
    b.duration_bucket,
    -- outcome VARCHAR: as the log reports it: `completed`, `failed`, `cancelled`, `incomplete`, `never_started`
    b.outcome,
    -- start_offset BIGINT [bytes]: where it begins in its input
    b.start_offset,
    -- end_offset BIGINT [bytes]: where it is reported as ended; its start while it is not
    b.end_offset
FROM facts.beat_runs b
LEFT JOIN session_builds s ON s.session_id = b.session_id
LEFT JOIN facts.executions e ON e.execution_id = b.execution_id
