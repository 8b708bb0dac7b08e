-- The ways out of lines that tests took, as reports say it.
SELECT
    -- report VARCHAR: the report, as it was given
    b.report,
    -- checkout VARCHAR: the checkout that has the file, NULL where it was not found
    b.checkout,
    -- path VARCHAR: the file within the checkout, as the report names it where it was not found
    b.path,
    -- test VARCHAR: the test that ran it, empty where the report tells of all tests together
    b.test,
    -- line INTEGER: the line
    b.line,
    -- decision INTEGER: which decision of the line, from 0
    b.decision,
    -- way INTEGER: which way of the decision, from 0
    b.way,
    -- hits BIGINT: how often it was taken
    b.hits
FROM facts.coverage_branches b
