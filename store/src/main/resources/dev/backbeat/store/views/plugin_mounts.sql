-- One attempt to mount a plugin.
SELECT
    -- session_id BIGINT: the session it happened in, a 64-bit hash
    m.session_id,
    -- input INTEGER: the input that it was read from
    s.input,
    -- ordinal INTEGER: from 0, in the order of the attempts
    m.ordinal,
    -- plugin VARCHAR: the plugin
    m.plugin,
    -- outcome VARCHAR: `completed`, `failed`, or `incomplete` where nothing tells how it ended
    m.outcome,
    -- start_nanos BIGINT [ns since 1970, UTC]: when it was attempted
    m.start_nanos,
    -- end_nanos BIGINT [ns since 1970, UTC]: when it ended
    m.end_nanos,
    -- reason VARCHAR: why it failed, NULL where the log does not say
    m.reason,
    -- start_offset BIGINT [bytes]: where it was attempted in its input
    m.start_offset
FROM facts.plugin_mounts m
LEFT JOIN session_builds s ON s.session_id = m.session_id
