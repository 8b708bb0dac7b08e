-- Something that a report says of a session: what somebody else's tool made of a log, never a fact. No other view is
-- joined with it; `backbeat claims` compares.
SELECT
    -- input INTEGER: the report, an input
    c.input,
    -- ordinal INTEGER: from 0, in the order of the report
    c.ordinal,
    -- kind VARCHAR: what is claimed: `lines`, `timed_records`, `session_start`, `session_end`, `session_duration`,
    --     `plugin_count`, `mount_attempts`, `plugin_mounted`, `plugin_mount_duration`, `sequence_count`,
    --     `sequence_registrations`, `sequence_id`, `sequence_run`, `beat_runs`, `beat_duration`, `movement_runs`,
    --     `movement_duration`, `topic_count`, `topic_subscriptions`, `gap`, `hotspot`, `timeline_events`,
    --     `build_commit`, `build_time`, `package_version`, `alert`
    c.kind,
    -- subject VARCHAR: the plugin, sequence, topic or package that it is claimed of, NULL where it is the session
    c.subject,
    -- text VARCHAR: a second word of it: a commit, a version, an id, a beat's number, `average`; NULL without
    c.text,
    -- value BIGINT: how much, in `unit`; NULL where the claim is no quantity
    c.value,
    -- unit VARCHAR: what the value counts: `count`, `nanos` or `none`
    c.unit,
    -- value_precision BIGINT: by how much less than this the value may be off as it is written, in `unit`
    c.value_precision,
    -- start_nanos BIGINT [ns since 1970, UTC]: when it is claimed to begin
    c.start_nanos,
    -- end_nanos BIGINT [ns since 1970, UTC]: when it is claimed to end
    c.end_nanos,
    -- start_offset BIGINT [bytes]: where the report says it
    c.start_offset,
    -- pointer VARCHAR: the same as a JSON pointer, or as the heading it stands under
    c.pointer
FROM facts.claims c
