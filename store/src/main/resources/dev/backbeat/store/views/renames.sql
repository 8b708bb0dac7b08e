-- A handler that goes on under another name, or at another place, in another build.
SELECT
    -- plugin VARCHAR: who owns the handler
    r.plugin,
    -- sequence_id VARCHAR: the sequence that names it
    r.sequence_id,
    -- from_handler VARCHAR: its name before
    r.from_handler,
    -- to_handler VARCHAR: its name after
    r.to_handler,
    -- from_commit VARCHAR: the commit before
    r.from_commit,
    -- to_commit VARCHAR: the commit after
    r.to_commit,
    -- from_path VARCHAR: its file before
    r.from_path,
    -- from_line INTEGER: its line before
    r.from_line,
    -- to_path VARCHAR: its file after
    r.to_path,
    -- to_line INTEGER: its line after
    r.to_line,
    -- kind VARCHAR: `renamed`, or `moved` where only its place changed
    r.kind,
    -- similarity INTEGER [percent]: how similar the two bodies are
    r.similarity
FROM facts.code_renames r
