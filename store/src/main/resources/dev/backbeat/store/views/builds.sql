-- What was running: sessions by the label and the commit of their build.
SELECT
    -- build VARCHAR: what people call the build, NULL where nobody says
    s.build,
    -- commit VARCHAR: the commit, NULL where nobody says
    s.commit,
    -- sessions BIGINT [sessions]: how many sessions ran it
    count(*) AS sessions,
    -- start_nanos BIGINT [ns since 1970, UTC]: the time of the first record of its first session
    min(s.start_nanos) AS start_nanos,
    -- end_nanos BIGINT [ns since 1970, UTC]: the time of the last record of its last session
    max(s.end_nanos) AS end_nanos
FROM sessions s
GROUP BY s.build, s.commit
