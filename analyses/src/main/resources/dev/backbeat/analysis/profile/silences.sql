-- The longest silences of at least a length, the argument.
SELECT
    g.session_id,
    g.input,
    g.start_nanos,
    g.end_nanos,
    g.start_offset,
    g.end_offset,
    g.execution_id,
    count(*) OVER () AS silences
FROM gaps g
WHERE g.end_nanos - g.start_nanos >= ? AND {inside} AND {silences g}
ORDER BY g.end_nanos - g.start_nanos DESC, g.input, g.start_offset, g.start_nanos
LIMIT {limit}
