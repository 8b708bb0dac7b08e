-- The handlers that are known.
SELECT
    k.plugin,
    k.sequence_id,
    k.handler,
    k.source,
    k.checkout,
    k.tree_commit,
    k.path,
    k.line,
    k.end_line,
    k.symbol,
    k.document,
    k.document_line,
    k.mounted,
    k.way,
    k.way_path,
    k.way_line,
    k.way_on_error,
    k.way_reason,
    k.open,
    k.changed_commit,
    k.changed_nanos,
    k.changes
FROM known_handlers k
WHERE {handlers k} AND {sequences k}
ORDER BY k.plugin, k.sequence_id, k.handler
