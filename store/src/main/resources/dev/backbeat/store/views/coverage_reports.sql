-- The reports of coverage tools.
SELECT
    -- report VARCHAR: the report, as it was given
    r.report,
    -- format VARCHAR: such as `lcov`
    r.format,
    -- counted BOOLEAN: whether hits are counts, otherwise 1 stands for any number of them
    r.counted,
    -- files INTEGER: how many files it names
    r.files,
    -- matched INTEGER: how many of them were found in a checkout
    r.matched,
    -- ambiguous INTEGER: how many could be several files
    r.ambiguous,
    -- missing VARCHAR: the first that was not found, NULL where all were
    r.missing,
    -- functions INTEGER: how many functions it tells of in files that were found
    r.functions,
    -- displaced INTEGER: how many of these begin where the checkout has no function
    r.displaced
FROM facts.coverage_reports r
