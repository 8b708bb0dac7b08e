-- The lines of each handler that tests can run, and how many they did.
SELECT
    l.plugin,
    l.sequence_id,
    l.handler,
    count(*) AS lines,
    count(CASE WHEN l.hits > 0 THEN 1 END) AS hit_lines,
    count(CASE WHEN l.hits > 0 AND (l.inner_line OR l.is_one) THEN 1 END) AS hit_inner_lines
FROM (
    SELECT
        k.plugin,
        k.sequence_id,
        k.handler,
        c.line,
        c.line > k.line AS inner_line,
        k.line = k.end_line AS is_one,
        max(c.hits) AS hits
    FROM known_handlers k
    JOIN coverage_lines c ON c.checkout = k.checkout AND c.path = k.path AND c.line BETWEEN k.line AND k.end_line
    GROUP BY 1, 2, 3, 4, 5, 6
) l
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
