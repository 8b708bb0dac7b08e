-- One stream of telemetry from one running process.
SELECT
    -- session_id BIGINT: its permanent identity, a 64-bit hash
    s.session_id,
    -- input INTEGER: the input that it was read from
    s.input,
    -- build VARCHAR: what people call the build that it ran, NULL where nobody says
    b.build,
    -- commit VARCHAR: the commit that it ran, NULL where nobody says
    b.commit,
    -- build_source VARCHAR: who names the build: `flag`, `relabel`, `log` or `none`
    b.source AS build_source,
    -- timed_messages BIGINT [records]: how many records with a time it holds
    s.timed_messages,
    -- start_nanos BIGINT [ns since 1970, UTC]: the time of its first timed record
    s.start_nanos,
    -- end_nanos BIGINT [ns since 1970, UTC]: the time of its last timed record
    s.end_nanos,
    -- conductor_version VARCHAR: the conductor's version, NULL where the log does not say
    s.conductor_version,
    -- start_offset BIGINT [bytes]: where it begins in its input
    s.start_offset,
    -- end_offset BIGINT [bytes]: where its last record stands in its input
    s.end_offset
FROM facts.sessions s
LEFT JOIN session_builds b ON b.session_id = s.session_id
