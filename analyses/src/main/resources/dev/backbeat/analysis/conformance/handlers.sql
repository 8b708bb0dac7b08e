-- Which handlers ran for which event of which sequence in each build, and how. Runs are counted by numbers; of kinds that
-- are the same the first one stands for all.
SELECT
    t.build_number,
    k.sequence,
    k.event,
    k.plugin,
    k.handler,
    k.handler_name_source,
    k.subscribed_sequence,
    t.runs,
    t.executions,
    t.place,
    t.execution_id
FROM (
    SELECT
        s.build_number,
        r.kind,
        sum(r.runs) AS runs,
        count(*) AS executions,
        min(CAST(s.input AS BIGINT) * 1099511627776 + r.start_offset) AS place,
        min_by(r.execution_id, CAST(s.input AS BIGINT) * 1099511627776 + r.start_offset) AS execution_id
    FROM (
        SELECT h.session_id, h.execution_id, c.kind, count(*) AS runs, min(h.start_offset) AS start_offset
        FROM handler_times h
        JOIN (
            SELECT
                x.handler_kind,
                min(x.handler_kind) OVER (
                    PARTITION BY
                        x.sequence, x.event, x.plugin, x.handler, x.handler_name_source, x.subscribed_sequence
                ) AS kind
            FROM handler_kinds x
        ) c ON c.handler_kind = h.handler_kind
        WHERE {executions h} AND {kinds h}
        GROUP BY h.session_id, h.execution_id, c.kind
    ) r
    JOIN (
        SELECT b.session_id, b.input, dense_rank() OVER (ORDER BY b.build, b.commit) AS build_number
        FROM session_builds b
    ) s ON s.session_id = r.session_id
    GROUP BY s.build_number, r.kind
) t
JOIN handler_kinds k ON k.handler_kind = t.kind
ORDER BY 1, 2, 3, 4, 5, 6, 7
