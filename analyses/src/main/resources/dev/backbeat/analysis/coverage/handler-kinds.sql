-- What runs as a handler.
SELECT
    k.handler_kind,
    k.plugin,
    k.handler,
    k.subscribed_sequence
FROM handler_kinds k
WHERE {handlers k}
ORDER BY k.handler_kind
