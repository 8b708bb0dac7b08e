-- Which handlers ran for which event of which sequence in each build, and how. Runs are counted by numbers, and
-- only then by kinds: of those that are the same the first one stands for all. Executions in which the same
-- handlers ran are folded: one of them tells which.
WITH kinds AS (
    SELECT
        x.handler_kind,
        min(x.handler_kind) OVER (
            PARTITION BY x.sequence, x.event, x.plugin, x.handler, x.handler_name_source, x.subscribed_sequence
        ) AS kind
    FROM handler_kinds x
),
sessions_of AS (
    SELECT b.session_id, b.input, dense_rank() OVER (ORDER BY b.build, b.commit) AS build_number
    FROM session_builds b
),
folds AS (
    SELECT
        s.build_number,
        e.handler_runs,
        e.handler_sums,
        e.handler_squares,
        count(*) AS executions,
        min(e.execution_id) AS execution_id
    FROM execution_times e
    JOIN sessions_of s ON s.session_id = e.session_id
    WHERE e.handler_runs > 0 AND {times e}
    GROUP BY 1, 2, 3, 4
),
executions_of AS (
    SELECT f.build_number, h.kind, sum(f.executions) AS executions
    FROM folds f
    JOIN (
        SELECT DISTINCT r.execution_id, c.kind
        FROM handler_times r
        JOIN kinds c ON c.handler_kind = r.handler_kind
        WHERE r.execution_id IN (SELECT y.execution_id FROM folds y) AND {kinds r}
    ) h ON h.execution_id = f.execution_id
    GROUP BY 1, 2
),
first_runs AS (
    SELECT
        s.build_number,
        h.handler_kind,
        count(*) AS runs,
        min(CAST(s.input AS BIGINT) * 1099511627776 + h.start_offset) AS place,
        min_by(h.execution_id, CAST(s.input AS BIGINT) * 1099511627776 + h.start_offset) AS execution_id
    FROM handler_times h
    JOIN sessions_of s ON s.session_id = h.session_id
    WHERE {executions h} AND {kinds h}
    GROUP BY 1, 2
),
runs AS (
    SELECT
        f.build_number,
        c.kind,
        CAST(sum(f.runs) AS BIGINT) AS runs,
        min(f.place) AS place,
        min_by(f.execution_id, f.place) AS execution_id
    FROM first_runs f
    JOIN kinds c ON c.handler_kind = f.handler_kind
    GROUP BY 1, 2
)
SELECT
    t.build_number,
    k.sequence,
    k.event,
    k.plugin,
    k.handler,
    k.handler_name_source,
    k.subscribed_sequence,
    t.runs,
    CAST(x.executions AS BIGINT) AS executions,
    t.place,
    t.execution_id
FROM runs t
JOIN executions_of x ON x.build_number = t.build_number AND x.kind = t.kind
JOIN handler_kinds k ON k.handler_kind = t.kind
ORDER BY 1, 2, 3, 4, 5, 6, 7
