-- The reports of coverage tools.
SELECT
    r.report,
    r.files,
    r.matched,
    r.missing,
    r.functions,
    r.displaced
FROM coverage_reports r
ORDER BY r.report
