-- One observed run of a sequence.
SELECT
    -- execution_id BIGINT: its permanent identity, a 64-bit hash
    e.execution_id,
    -- session_id BIGINT: the session it ran in, a 64-bit hash
    e.session_id,
    -- input INTEGER: the input that it was read from
    s.input,
    -- build VARCHAR: what people call the build that ran it, NULL where nobody says
    s.build,
    -- commit VARCHAR: the commit that ran it, NULL where nobody says
    s.commit,
    -- ordinal INTEGER: from 0, in the order in which the session's executions were asked for
    e.ordinal,
    -- request_id VARCHAR: the request's id, NULL where the log gives none
    e.request_id,
    -- sequence_name VARCHAR: the sequence's name as the log says it
    e.sequence_name,
    -- sequence_id VARCHAR: the sequence's id, NULL where the log does not say
    e.sequence_id,
    -- plugin VARCHAR: who owns the sequence, NULL where the log does not say
    e.plugin,
    -- queued_nanos BIGINT [ns since 1970, UTC]: when it was put into the queue
    e.queued_nanos,
    -- start_nanos BIGINT [ns since 1970, UTC]: when it began to execute
    e.start_nanos,
    -- end_nanos BIGINT [ns since 1970, UTC]: when it was reported as ended
    e.end_nanos,
    -- reported_nanos BIGINT [ns]: the duration that the log reports
    e.reported_nanos,
    -- outcome VARCHAR: as the log reports it: `completed`, `failed`, `cancelled`, `incomplete`, `never_started`
    e.outcome,
    -- status VARCHAR: the outcome, or `completed_with_failures` or `completed_with_unended_handlers` where a
    --     completed one holds such handler runs; failures win
    CASE
        WHEN e.outcome <> 'completed' THEN e.outcome
        WHEN e.failed_handler_runs > 0 THEN 'completed_with_failures'
        WHEN e.unended_handler_runs > 0 THEN 'completed_with_unended_handlers'
        ELSE e.outcome
    END AS status,
    -- contradiction BOOLEAN: reported as completed, yet a handler run failed or never ended
    e.outcome = 'completed'
        AND e.failed_handler_runs + e.unended_handler_runs > 0 AS contradiction,
    -- beat_runs BIGINT [beat runs]: how many beat runs it has
    CAST(e.beat_runs AS BIGINT) AS beat_runs,
    -- handler_runs BIGINT [handler runs]: how many handler runs it has
    CAST(e.handler_runs AS BIGINT) AS handler_runs,
    -- failed_handler_runs BIGINT [handler runs]: how many of them failed
    CAST(e.failed_handler_runs AS BIGINT) AS failed_handler_runs,
    -- unended_handler_runs BIGINT [handler runs]: how many of them never ended
    CAST(e.unended_handler_runs AS BIGINT) AS unended_handler_runs,
    -- cause_topic VARCHAR: the topic whose message started it, NULL where the log does not show one
    e.cause_topic,
    -- cause_execution_id BIGINT: the execution whose handler asked for it, NULL where the log leaves doubt
    e.cause_execution_id,
    -- queue_wait_nanos BIGINT [ns]: from the queue to its start, NULL where the log does not show the queue
    e.queue_wait_nanos,
    -- handler_nanos BIGINT [ns]: from its start to its end, while a handler run spent time of its own; NULL as the
    --     next three where it never began. It ends `reported_nanos` after its start, else at `end_nanos`, else with
    --     its last evidence
    e.handler_nanos,
    -- in_beat_nanos BIGINT [ns]: inside its beat runs, while no handler run spent time of its own
    e.in_beat_nanos,
    -- between_nanos BIGINT [ns]: the rest from its start to its end; with the three above its whole time
    e.between_nanos,
    -- after_end_nanos BIGINT [ns]: own time of its handler runs after that end, in none of the above
    e.after_end_nanos,
    -- start_offset BIGINT [bytes]: where it is first mentioned in its input
    e.start_offset,
    -- end_offset BIGINT [bytes]: where it is reported as ended; its start while it is not
    e.end_offset
FROM facts.executions e
LEFT JOIN session_builds s ON s.session_id = e.session_id
