-- How often tests called each handler's function, where a report tells of functions.
SELECT
    k.plugin,
    k.sequence_id,
    k.handler,
    max(f.hits) AS hits
FROM known_handlers k
JOIN coverage_functions f ON f.checkout = k.checkout AND f.path = k.path AND f.line = k.line
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
