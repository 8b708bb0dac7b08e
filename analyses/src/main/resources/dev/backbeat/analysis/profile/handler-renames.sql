-- Handlers that go on under another name in another build.
SELECT DISTINCT r.plugin, r.sequence_id, r.from_handler, r.to_handler
FROM renames r
WHERE r.kind = 'renamed'
ORDER BY r.plugin, r.sequence_id, r.from_handler, r.to_handler
