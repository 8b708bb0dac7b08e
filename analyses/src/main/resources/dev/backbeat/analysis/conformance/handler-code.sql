-- Which function each handler is in each build, where that is known: those that ran, and those of the newest build that
-- did not.
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
UNION
SELECT
    k.build,
    k.commit,
    k.plugin,
    k.sequence_id,
    k.handler,
    k.checkout,
    k.tree_commit,
    k.path,
    k.line,
    k.end_line
FROM known_handlers k
WHERE k.path IS NOT NULL
ORDER BY 1, 2, 3, 4, 5
