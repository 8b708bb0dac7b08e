-- Where manifests lead topics and interactions to.
SELECT
    r.build,
    r.commit,
    r.kind,
    r.name,
    r.plugin,
    r.sequence_id,
    r.checkout,
    r.tree_commit,
    r.path,
    r.line,
    r.line AS end_line
FROM documented_routes r
ORDER BY r.build, r.commit, r.name, r.checkout, r.path, r.line
