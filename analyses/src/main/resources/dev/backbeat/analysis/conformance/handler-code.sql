-- Which function each handler is in each build, where that is known.
SELECT
    m.build,
    m.commit,
    m.plugin,
    m.sequence_id,
    m.handler,
    m.checkout,
    m.tree_commit,
    m.path,
    m.line,
    m.end_line
FROM mappings m
WHERE m.path IS NOT NULL
ORDER BY m.build, m.commit, m.plugin, m.sequence_id, m.handler
