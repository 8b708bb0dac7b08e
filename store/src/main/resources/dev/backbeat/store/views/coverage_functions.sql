-- The functions that tests called, as reports say it.
SELECT
    -- report VARCHAR: the report, as it was given
    f.report,
    -- checkout VARCHAR: the checkout that has the file, NULL where it was not found
    f.checkout,
    -- path VARCHAR: the file within the checkout, as the report names it where it was not found
    f.path,
    -- test VARCHAR: the test that ran it, empty where the report tells of all tests together
    f.test,
    -- name VARCHAR: as the report names it
    f.name,
    -- line INTEGER: where it begins
    f.line,
    -- end_line INTEGER: where it ends, 0 where the report does not say
    f.end_line,
    -- hits BIGINT: how often it was called
    f.hits
FROM facts.coverage_functions f
