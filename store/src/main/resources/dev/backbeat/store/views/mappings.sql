-- Which function a handler is in a build, or why that can't be told. A handler keeps its name: what it is in
-- other builds is in other rows.
SELECT
    -- build VARCHAR: what people call the build, NULL where nobody says
    m.build,
    -- commit VARCHAR: the commit of the build, NULL where nobody says
    m.commit,
    -- plugin VARCHAR: who owns the handler
    m.plugin,
    -- sequence_id VARCHAR: the sequence that names it, by its name where no id is known
    m.sequence_id,
    -- handler VARCHAR: its name
    m.handler,
    -- checkout VARCHAR: the checkout that has it, NULL as the next four where the mapping abstains
    m.checkout,
    -- tree_commit VARCHAR: the commit that has it at this line, NULL for a work tree, which may differ
    --     from the build
    m.tree_commit,
    -- path VARCHAR: its file within the checkout
    m.path,
    -- line INTEGER: its first line, from 1
    m.line,
    -- end_line INTEGER: its last line
    m.end_line,
    -- symbol VARCHAR: its qualified name, NULL where the mapping abstains
    m.symbol,
    -- body_hash BIGINT: a hash of its body, the same where it only moved or was renamed
    m.body_hash,
    -- strategy VARCHAR: how it was found: `document`, `plugin_manifest`, `handler_map`, `unique_name`;
    --     where the mapping abstains, who had to
    m.strategy,
    -- confidence INTEGER [percent]: how sure the mapping is, 0 where it abstains
    m.confidence,
    -- reason VARCHAR: what led there, or why the mapping abstains
    m.reason,
    -- candidates VARCHAR: the functions that could be meant where there are several, NULL otherwise
    m.candidates
FROM facts.code_mappings m
