-- One observed call of a handler within a beat run. Where the log does not name the handler (one that never
-- ended), it is the single one that other handler runs name for the same event and, as far as they are
-- known, the same plugin and subscribed sequence.
SELECT
    -- execution_id BIGINT: the execution it belongs to, a 64-bit hash
    h.execution_id,
    -- session_id BIGINT: the session it belongs to, a 64-bit hash
    h.session_id,
    -- input INTEGER: the input that it was read from
    s.input,
    -- build VARCHAR: what people call the build that ran it, NULL where nobody says
    s.build,
    -- commit VARCHAR: the commit that ran it, NULL where nobody says
    s.commit,
    -- sequence VARCHAR: the id of the executed sequence, or its name where no id is known
    h.sequence,
    -- ordinal INTEGER: from 0 within the execution, in the order of the calls
    h.ordinal,
    -- beat INTEGER: the ordinal of its beat run
    h.beat,
    -- subscriber INTEGER: its position among the subscribers of the event, from 0, NULL where the log does not say
    h.subscriber,
    -- event VARCHAR: the event that called it
    h.event,
    -- plugin VARCHAR: who owns it, NULL where neither the log nor other runs say
    h.plugin,
    -- handler VARCHAR: its name, NULL where neither the log nor other runs say
    h.handler,
    -- handler_name_source VARCHAR: who names it: `log`, `other_runs` or `unknown`
    h.handler_name_source,
    -- subscribed_sequence VARCHAR: the id of the sequence on whose behalf it is subscribed, NULL where nobody says
    h.subscribed_sequence,
    -- call_nanos BIGINT [ns since 1970, UTC]: when it was called
    h.call_nanos,
    -- return_nanos BIGINT [ns since 1970, UTC]: when the synchronous part returned
    h.return_nanos,
    -- end_nanos BIGINT [ns since 1970, UTC]: when it ended
    h.end_nanos,
    -- waited_nanos BIGINT [ns]: how long it waited for the handler run before it on the same chain
    h.waited_nanos,
    -- own_nanos BIGINT [ns]: its end minus the later of its call and the end of the handler run before it
    h.own_nanos,
    -- nested_nanos BIGINT [ns]: the part of its own time in which handler runs of child beats ran; the rest is its
    --     self time
    h.nested_nanos,
    -- off_path_nanos BIGINT [ns]: the part of its self time that is not on the critical path of its execution
    h.off_path_nanos,
    -- own_bucket INTEGER: a number for its own time, equal for durations that are equal within 1 %, ascending with
    --     them
    h.own_bucket,
    -- self_bucket INTEGER: the same for its self time
    COALESCE(h.self_bucket, h.own_bucket) AS self_bucket,
    -- path_bucket INTEGER: the same for its self time on the critical path
    COALESCE(h.path_bucket, h.self_bucket, h.own_bucket) AS path_bucket,
    -- outcome VARCHAR: how it ended: `changed`, `unchanged`, `failed`, `never_ended`
    h.outcome,
    -- tie VARCHAR: how its end was tied to its call: `request_id`, `only_candidate`, `chain_neighbour`,
    --     `first_called` (ambiguous), `none`
    h.tie,
    -- start_offset BIGINT [bytes]: where it was called in its input
    h.start_offset,
    -- end_offset BIGINT [bytes]: where it ended; its start while it did not
    h.end_offset
FROM (
    SELECT
        h.execution_id,
        h.session_id,
        h.sequence,
        h.ordinal,
        h.beat,
        h.subscriber,
        h.event,
        h.call_nanos,
        h.return_nanos,
        h.end_nanos,
        h.waited_nanos,
        h.own_nanos,
        h.nested_nanos,
        h.off_path_nanos,
        h.own_bucket,
        h.self_bucket,
        h.path_bucket,
        h.outcome,
        h.tie,
        h.start_offset,
        h.end_offset,
        h.plugin,
        h.handler,
        h.subscribed_sequence,
        'log' AS handler_name_source
    FROM facts.handler_runs h
    WHERE h.handler IS NOT NULL
    UNION ALL
    SELECT
        h.execution_id,
        h.session_id,
        h.sequence,
        h.ordinal,
        h.beat,
        h.subscriber,
        h.event,
        h.call_nanos,
        h.return_nanos,
        h.end_nanos,
        h.waited_nanos,
        h.own_nanos,
        h.nested_nanos,
        h.off_path_nanos,
        h.own_bucket,
        h.self_bucket,
        h.path_bucket,
        h.outcome,
        h.tie,
        h.start_offset,
        h.end_offset,
        COALESCE(h.plugin, n.plugin) AS plugin,
        n.handler,
        COALESCE(h.subscribed_sequence, n.subscribed_sequence) AS subscribed_sequence,
        CASE WHEN n.handler IS NULL THEN 'unknown' ELSE 'other_runs' END AS handler_name_source
    FROM facts.handler_runs h
    LEFT JOIN handler_guesses n ON n.event = h.event
        AND n.for_plugin = COALESCE(h.plugin, '')
        AND n.for_sequence = COALESCE(h.subscribed_sequence, '')
    WHERE h.handler IS NULL
) h
LEFT JOIN session_builds s ON s.session_id = h.session_id
