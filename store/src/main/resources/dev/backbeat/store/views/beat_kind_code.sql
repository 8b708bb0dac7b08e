-- What `beat_run_code` says of beat runs, once for all runs of a beat in a build: cheap to ask for over many.
SELECT
    -- build VARCHAR: what people call the build that ran them, NULL where nobody says
    d.build,
    -- commit VARCHAR: the commit that ran them, NULL where nobody says
    d.commit,
    -- beat_kind INTEGER: what ran
    r.beat_kind,
    -- sequence VARCHAR: the id of the executed sequence, or its name where no id is known
    b.sequence,
    -- event VARCHAR: the event that the beat emits
    b.event,
    -- number INTEGER: the documented number, -1 where it has none
    COALESCE(b.number, -1) AS number,
    -- beat_runs BIGINT [beat runs]: how many there are
    r.beat_runs,
    -- plugin VARCHAR: who owns its handler, NULL where neither a document nor the log names it
    k.plugin,
    -- sequence_id VARCHAR: the sequence on whose behalf the handler is subscribed
    k.sequence_id,
    -- handler VARCHAR: its handler, NULL where neither a document nor the log names it
    k.handler,
    -- tree_commit VARCHAR: the commit that the lines are of, NULL where no code is known or it is not at the commit
    m.tree_commit,
    -- path VARCHAR: the handler's file, NULL where no code is known
    m.path,
    -- reason VARCHAR: why it is that function, or why none is known
    CASE
        WHEN m.handler IS NOT NULL THEN m.reason
        WHEN k.handler IS NULL AND EXISTS (SELECT 1 AS known FROM checkouts)
            THEN 'neither a document nor the log names its handler'
    END AS reason
FROM (
    SELECT s.build_number, t.beat_kind, count(*) AS beat_runs
    FROM beat_times t
    JOIN (
        SELECT x.session_id, dense_rank() OVER (ORDER BY x.build, x.commit) AS build_number
        FROM session_builds x
    ) s ON s.session_id = t.session_id
    GROUP BY s.build_number, t.beat_kind
) r
JOIN (
    SELECT DISTINCT x.build, x.commit, dense_rank() OVER (ORDER BY x.build, x.commit) AS build_number
    FROM session_builds x
) d ON d.build_number = r.build_number
JOIN beat_kinds b ON b.beat_kind = r.beat_kind
LEFT JOIN beat_handlers k ON k.sequence = b.sequence
    AND COALESCE(k.event, '') = COALESCE(b.event, '')
    AND k.number = COALESCE(b.number, -1)
    AND COALESCE(k.build, '') = COALESCE(d.build, '')
    AND COALESCE(k.commit, '') = COALESCE(d.commit, '')
LEFT JOIN mappings m ON m.plugin = k.plugin
    AND m.sequence_id = k.sequence_id
    AND m.handler = k.handler
    AND COALESCE(m.build, '') = COALESCE(d.build, '')
    AND COALESCE(m.commit, '') = COALESCE(d.commit, '')
