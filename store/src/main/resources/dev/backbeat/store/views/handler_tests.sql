-- The tests that are said to reach a handler, one row each.
SELECT
    -- build VARCHAR: what people call the build, NULL where nobody says
    t.build,
    -- commit VARCHAR: the commit of the build, NULL where nobody says
    t.commit,
    -- plugin VARCHAR: who owns the handler, empty where nobody says
    t.plugin,
    -- sequence_id VARCHAR: the sequence that names it, empty where none does
    t.sequence_id,
    -- handler VARCHAR: its name
    t.handler,
    -- source VARCHAR: who says so: `document`, `audit`, `handler_tests` or `import`
    t.source,
    -- checkout VARCHAR: the checkout of the handler
    t.checkout,
    -- path VARCHAR: the file of the test, as it is said where the checkout has no such file; NULL where it is
    --     said that there is no test
    t.path,
    -- line INTEGER: where the test is, 0 where that is not known
    t.line,
    -- title VARCHAR: the title of the test, NULL where nobody says
    t.title,
    -- exists_there BOOLEAN: whether the checkout has the file
    t.exists_there,
    -- distance INTEGER: over how many imports the test reaches the file of the handler, 0 where somebody says
    --     so
    t.distance
FROM facts.code_handler_tests t
