-- The lines that tests ran, as reports say it.
SELECT
    -- report VARCHAR: the report, as it was given
    l.report,
    -- checkout VARCHAR: the checkout that has the file, NULL where it was not found
    l.checkout,
    -- path VARCHAR: the file within the checkout, as the report names it where it was not found
    l.path,
    -- test VARCHAR: the test that ran it, empty where the report tells of all tests together
    l.test,
    -- line INTEGER: the line, from 1
    l.line,
    -- hits BIGINT: how often it ran
    l.hits
FROM facts.coverage_lines l
