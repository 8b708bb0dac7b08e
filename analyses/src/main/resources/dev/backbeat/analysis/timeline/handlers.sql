-- The handler runs of some executions.
SELECT
    h.execution_id,
    h.ordinal,
    h.beat,
    h.event,
    h.plugin,
    h.handler,
    h.subscribed_sequence,
    h.build,
    h.call_nanos,
    h.end_nanos,
    h.waited_nanos,
    h.own_nanos,
    h.nested_nanos,
    h.off_path_nanos,
    h.outcome,
    h.tie,
    h.start_offset
FROM handler_runs h
WHERE h.execution_id IN ({values})
ORDER BY h.execution_id, h.ordinal
