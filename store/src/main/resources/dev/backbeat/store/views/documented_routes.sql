-- A way from a topic or an interaction to a sequence, as one manifest documents it; several manifests may
-- document one topic.
SELECT
    -- build VARCHAR: what people call the build, NULL where nobody says
    r.build,
    -- commit VARCHAR: the commit of the build, NULL where nobody says
    r.commit,
    -- checkout VARCHAR: the checkout that has the manifest
    r.checkout,
    -- tree_commit VARCHAR: the commit that has it, NULL for a work tree
    r.tree_commit,
    -- kind VARCHAR: what leads there: `topic` or `interaction`
    r.kind,
    -- name VARCHAR: the topic or the interaction
    r.name,
    -- plugin VARCHAR: who is asked to play the sequence, NULL where the manifest names nobody
    r.plugin,
    -- sequence_id VARCHAR: the sequence, NULL for a topic that leads nowhere
    r.sequence_id,
    -- path VARCHAR: the manifest
    r.path,
    -- line INTEGER: where it stands in it, from 1
    r.line
FROM facts.code_routes r
