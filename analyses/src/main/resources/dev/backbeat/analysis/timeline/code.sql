-- Where each handler stands in the code, where that is known.
SELECT
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
ORDER BY m.plugin, m.sequence_id, m.handler, m.build, m.commit
