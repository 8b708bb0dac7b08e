-- A report of somebody else's tool, such as an analyzer of logs: an input that holds claims instead of records.
SELECT
    -- input INTEGER: the input that it is
    s.input,
    -- writer VARCHAR: what wrote it
    s.writer,
    -- about VARCHAR: the file that it says it is about, NULL where it does not say
    s.about,
    -- start_nanos BIGINT [ns since 1970, UTC]: when it says its session begins
    s.start_nanos,
    -- end_nanos BIGINT [ns since 1970, UTC]: when it says its session ends
    s.end_nanos,
    -- written_nanos BIGINT [ns since 1970, UTC]: when it says it was written
    s.written_nanos,
    -- complete BOOLEAN: whether it could be read to its end
    s.complete = 1 AS complete
FROM facts.claim_sources s
