-- The beats of each document, in order.
SELECT
    d.build,
    d.commit,
    d.checkout,
    d.tree_commit,
    d.path,
    d.line,
    d.sequence_id,
    d.sequence_name,
    d.plugin,
    d.movement_name,
    d.position,
    d.number,
    d.event,
    d.title,
    d.handler,
    d.optional,
    d.parallel
FROM documented_beats d
ORDER BY d.build, d.commit, d.sequence_id, d.checkout, d.path, d.position
