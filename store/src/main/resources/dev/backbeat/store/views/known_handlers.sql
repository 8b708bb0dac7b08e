-- Every handler that documents, code or logs know of in the newest build, whether it ran or not, and how the
-- code comes to it.
SELECT
    -- build VARCHAR: what people call the build, NULL where nobody says
    k.build,
    -- commit VARCHAR: the commit of the build, NULL where nobody says
    k.commit,
    -- plugin VARCHAR: who owns the handler, empty where nobody says
    k.plugin,
    -- sequence_id VARCHAR: the sequence that names it, empty where none does
    k.sequence_id,
    -- handler VARCHAR: its name
    k.handler,
    -- source VARCHAR: who knows of it: `document`, `handler_map`, `export` or `log`
    k.source,
    -- checkout VARCHAR: the checkout that has it, NULL as the next five where the mapping abstains
    k.checkout,
    -- tree_commit VARCHAR: the commit that has it at this line, NULL for a work tree
    k.tree_commit,
    -- path VARCHAR: its file within the checkout
    k.path,
    -- line INTEGER: its first line, from 1
    k.line,
    -- end_line INTEGER: its last line
    k.end_line,
    -- symbol VARCHAR: its qualified name
    k.symbol,
    -- document VARCHAR: the document that names it, NULL where none does
    k.document,
    -- document_line INTEGER: the line of the document
    k.document_line,
    -- mounted BOOLEAN: whether the document is loaded, true where there is none
    k.mounted,
    -- way VARCHAR: how code comes to it: `ran`, `played`, `named`, `handed_on`, `computed`, `loaded`; NULL
    --     where nothing does, or where that is not known
    k.way,
    -- way_path VARCHAR: the file that does, NULL where nothing does
    k.way_path,
    -- way_line INTEGER: the line of that file
    k.way_line,
    -- way_on_error BOOLEAN: whether that line stands where errors are handled
    k.way_on_error,
    -- way_reason VARCHAR: the way in words, or why there is none
    k.way_reason,
    -- open BOOLEAN: whether modules are loaded by names that only running code could tell
    k.open,
    -- changed_commit VARCHAR: the last commit that changed its lines, NULL without history
    k.changed_commit,
    -- changed_nanos BIGINT [ns since 1970, UTC]: when that was, NULL without history
    CASE WHEN k.changed_commit IS NOT NULL THEN k.changed_nanos END AS changed_nanos,
    -- changes INTEGER: how many commits changed its file in the 90 days before the newest one
    k.changes
FROM facts.code_known_handlers k
