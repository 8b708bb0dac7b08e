-- One handler run as numbers alone, cheap to sum up over many. What ran stands in `handler_kinds`.
SELECT
    -- execution_id BIGINT: the execution it belongs to, a 64-bit hash
    h.execution_id,
    -- session_id BIGINT: the session it belongs to, a 64-bit hash
    h.session_id,
    -- ordinal INTEGER: from 0 within the execution, in the order of the calls
    h.ordinal,
    -- beat INTEGER: the ordinal of its beat run
    h.beat,
    -- handler_kind INTEGER: what ran
    h.handler_kind,
    -- call_nanos BIGINT [ns since 1970, UTC]: when it was called
    h.call_nanos,
    -- waited_nanos BIGINT [ns]: how long it waited for the handler run before it on the same chain
    h.waited_nanos,
    -- own_nanos BIGINT [ns]: its end minus the later of its call and the end of the handler run before it
    h.own_nanos,
    -- nested_nanos BIGINT [ns]: the part of its own time in which handler runs of child beats ran
    h.nested_nanos,
    -- off_path_nanos BIGINT [ns]: the part of the rest that is not on the critical path of its execution
    h.off_path_nanos,
    -- own_bucket INTEGER: a number for its own time, equal for durations that are equal within 1 %, ascending with
    --     them
    h.own_bucket,
    -- self_bucket INTEGER: the same for its own time without the nested part
    COALESCE(h.self_bucket, h.own_bucket) AS self_bucket,
    -- path_bucket INTEGER: the same for its self time on the critical path
    COALESCE(h.path_bucket, h.self_bucket, h.own_bucket) AS path_bucket,
    -- outcome VARCHAR: how it ended: `changed`, `unchanged`, `failed`, `never_ended`
    h.outcome,
    -- start_offset BIGINT [bytes]: where it was called in its input
    h.start_offset,
    -- end_offset BIGINT [bytes]: where it ended; its start while it did not
    h.end_offset
FROM facts.handler_runs h
