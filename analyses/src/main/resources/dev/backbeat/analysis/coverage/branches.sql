-- The ways out of lines of each handler, and how many tests took.
SELECT
    b.plugin,
    b.sequence_id,
    b.handler,
    count(*) AS branches,
    count(CASE WHEN b.hits > 0 THEN 1 END) AS taken
FROM (
    SELECT
        k.plugin,
        k.sequence_id,
        k.handler,
        c.line,
        c.decision,
        c.way,
        max(c.hits) AS hits
    FROM known_handlers k
    JOIN coverage_branches c ON c.checkout = k.checkout AND c.path = k.path AND c.line BETWEEN k.line AND k.end_line
    GROUP BY 1, 2, 3, 4, 5, 6
) b
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
