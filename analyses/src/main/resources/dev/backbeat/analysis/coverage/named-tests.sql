-- The tests that ran lines of each handler, where reports tell tests apart.
SELECT
    k.plugin,
    k.sequence_id,
    k.handler,
    c.test
FROM known_handlers k
JOIN coverage_lines c ON c.checkout = k.checkout AND c.path = k.path AND c.line BETWEEN k.line AND k.end_line
WHERE c.test <> '' AND c.hits > 0 AND (c.line > k.line OR k.line = k.end_line)
GROUP BY 1, 2, 3, 4
ORDER BY 1, 2, 3, 4
