-- The version of a package that a session said it runs.
SELECT
    -- session_id BIGINT: the session, a 64-bit hash
    p.session_id,
    -- ordinal INTEGER: from 0, in the order of the log
    p.ordinal,
    -- name VARCHAR: the package
    p.name,
    -- version VARCHAR: its version
    p.version
FROM facts.session_packages p
