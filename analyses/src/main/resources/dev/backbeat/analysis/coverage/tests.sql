-- The tests that are said to reach each handler.
SELECT
    t.plugin,
    t.sequence_id,
    t.handler,
    t.source,
    t.checkout,
    t.path,
    t.line,
    t.title,
    t.exists_there,
    t.distance
FROM handler_tests t
ORDER BY t.plugin, t.sequence_id, t.handler, t.source, t.distance, t.path, t.line
