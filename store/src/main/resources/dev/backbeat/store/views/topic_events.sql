-- Something that happened on a topic.
SELECT
    -- session_id BIGINT: the session it happened in, a 64-bit hash
    t.session_id,
    -- input INTEGER: the input that it was read from
    s.input,
    -- kind VARCHAR: what happened: `subscribed`, `blocked`, `unsubscribed`, `published`, `delivered`, `routed`
    t.kind,
    -- topic VARCHAR: the channel
    t.topic,
    -- plugin VARCHAR: who subscribed or who it was routed to, NULL where the log does not say
    t.plugin,
    -- sequence_id VARCHAR: the sequence that subscribed or that it was routed to, NULL where the log does not say
    t.sequence_id,
    -- count INTEGER: routes of a publication or delivery, subscribers after a subscription, else NULL
    t.count,
    -- execution_id BIGINT: the execution that was executing a beat at that moment, NULL where there was none
    t.execution_id,
    -- time_nanos BIGINT [ns since 1970, UTC]: when it was written
    t.time_nanos,
    -- start_offset BIGINT [bytes]: where it was read in its input
    t.start_offset
FROM facts.topic_events t
LEFT JOIN session_builds s ON s.session_id = t.session_id
