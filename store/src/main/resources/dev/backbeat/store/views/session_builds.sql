-- Which build a session ran, one row a session: the latest word of a flag or a relabelling wins over what
-- the log says. Other views take their input and build from here.
SELECT
    -- session_id BIGINT: the session, a 64-bit hash
    s.session_id,
    -- input INTEGER: the input that the session was read from
    min(s.input) AS input,
    -- build VARCHAR: what people call the build, NULL where nobody says
    max_by(w.label, CASE
        WHEN w.label IS NULL THEN NULL
        WHEN w.source IN ('flag', 'relabel') THEN w.said + 1000000000000
        ELSE w.said
    END) AS build,
    -- commit VARCHAR: the commit that the latest flag or relabelling names, otherwise the log's, NULL where none is
    COALESCE(
        NULLIF(max_by(COALESCE(w.commit, ''), w.said) FILTER (WHERE w.source IN ('flag', 'relabel')), ''),
        max_by(w.commit, w.said) FILTER (WHERE w.commit IS NOT NULL AND w.source NOT IN ('flag', 'relabel'))
    ) AS commit,
    -- source VARCHAR: who names the build: `flag`, `relabel`, `log` or `none`
    COALESCE(max_by(w.source, CASE
        WHEN w.label IS NULL THEN NULL
        WHEN w.source IN ('flag', 'relabel') THEN w.said + 1000000000000
        ELSE w.said
    END), 'none') AS source
FROM facts.sessions s
LEFT JOIN facts.session_builds w ON w.session_id = s.session_id
GROUP BY s.session_id
