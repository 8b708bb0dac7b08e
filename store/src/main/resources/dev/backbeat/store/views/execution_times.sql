-- How the time of one execution divides, as numbers alone, cheap to sum up over many. What was executed stands in
-- `sequence_kinds`.
SELECT
    -- execution_id BIGINT: its permanent identity, a 64-bit hash
    e.execution_id,
    -- session_id BIGINT: the session it ran in, a 64-bit hash
    e.session_id,
    -- sequence_kind INTEGER: what was executed
    e.sequence_kind,
    -- start_nanos BIGINT [ns since 1970, UTC]: when it began to execute
    e.start_nanos,
    -- ended BOOLEAN: whether it was reported as ended; its time is known up to its last evidence where it was not
    e.end_nanos IS NOT NULL AS ended,
    -- outcome VARCHAR: as the log reports it: `completed`, `failed`, `cancelled`, `incomplete`, `never_started`
    e.outcome,
    -- queue_wait_nanos BIGINT [ns]: from the queue to its start
    e.queue_wait_nanos,
    -- handler_nanos BIGINT [ns]: from its start to its end, while a handler run spent time of its own
    e.handler_nanos,
    -- in_beat_nanos BIGINT [ns]: inside its beat runs, while no handler run spent time of its own
    e.in_beat_nanos,
    -- between_nanos BIGINT [ns]: the rest from its start to its end; with the three above its whole time
    e.between_nanos,
    -- after_end_nanos BIGINT [ns]: own time of its handler runs after its reported end, in none of the above
    e.after_end_nanos,
    -- beat_runs BIGINT [beat runs]: how many beat runs it has
    CAST(e.beat_runs AS BIGINT) AS beat_runs,
    -- beat_sums BIGINT: with `beat_runs` and the next two equal for executions that took the same beats in the same
    --     order; a beat counts as another one where it or a handler of it failed. The sum of a number below 2^31 for
    --     each beat
    e.beat_sums,
    -- beat_squares BIGINT: the sum of its squares modulo 2^31 - 1
    e.beat_squares,
    -- beat_cubes BIGINT: the sum of its cubes modulo 2^31 - 1
    e.beat_cubes,
    -- handler_runs BIGINT [handler runs]: how many handler runs it has
    CAST(e.handler_runs AS BIGINT) AS handler_runs,
    -- failed_handler_runs BIGINT [handler runs]: how many of them failed
    CAST(e.failed_handler_runs AS BIGINT) AS failed_handler_runs,
    -- unended_handler_runs BIGINT [handler runs]: how many of them never ended
    CAST(e.unended_handler_runs AS BIGINT) AS unended_handler_runs,
    -- handler_sums BIGINT: with `handler_runs` and the next equal for executions in which the same handlers ran for the
    --     same beats. The sum of a number below 2^31 for each handler run
    e.handler_sums,
    -- handler_squares BIGINT: the sum of its squares modulo 2^31 - 1
    e.handler_squares,
    -- start_offset BIGINT [bytes]: where it is first mentioned in its input
    e.start_offset
FROM facts.executions e
