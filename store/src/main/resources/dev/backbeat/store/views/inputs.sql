-- An input that was read to its end: a file, a pipe.
SELECT
    -- input INTEGER: the store's number of it, never used again
    i.input,
    -- name VARCHAR: the path it was given as, or `-` for standard input
    i.name,
    -- format VARCHAR: the id of the layout that read it
    i.format,
    -- content_hash BIGINT: a 64-bit hash of its bytes after decompression
    i.content_hash,
    -- bytes BIGINT [bytes]: its size after decompression
    i.bytes,
    -- lines BIGINT [lines]: how many lines it has
    i.lines,
    -- read_nanos BIGINT [ns since 1970, UTC]: when it was read
    i.read_nanos,
    -- journal VARCHAR: the name of its journal file in the store's folder
    i.journal,
    -- sessions BIGINT [sessions]: how many sessions are derived from it
    COALESCE(s.sessions, 0) AS sessions
FROM facts.inputs i
LEFT JOIN (
    SELECT input, count(*) AS sessions
    FROM facts.sessions
    GROUP BY input
) s ON s.input = i.input
