-- How often each kind of handler ran for each kind of sequence, and when. Executions in which the same
-- handlers ran for the same beats are folded: the first of them stands for all. When a handler ran is asked
-- for without its sequence where it ran for one only.
WITH folds AS (
    SELECT
        e.sequence_kind,
        e.handler_runs,
        e.handler_sums,
        e.handler_squares,
        count(*) AS executions,
        min(e.execution_id) AS execution_id
    FROM execution_times e
    WHERE e.handler_runs > 0 AND {times e}
    GROUP BY 1, 2, 3, 4
),
pairs AS (
    SELECT
        h.handler_kind,
        f.sequence_kind,
        sum(f.executions * h.runs) AS runs,
        sum(f.executions) AS executions,
        min(h.beat) AS beat
    FROM folds f
    JOIN (
        SELECT x.execution_id, x.handler_kind, count(*) AS runs, min(x.beat) AS beat
        FROM handler_times x
        WHERE x.execution_id IN (SELECT y.execution_id FROM folds y) AND {kinds x}
        GROUP BY 1, 2
    ) h ON h.execution_id = f.execution_id
    GROUP BY 1, 2
),
sequences AS (
    SELECT p.handler_kind, count(*) AS sequences
    FROM pairs p
    GROUP BY 1
),
times AS (
    SELECT
        h.handler_kind,
        CAST(NULL AS INTEGER) AS sequence_kind,
        min(h.call_nanos) AS first_nanos,
        max(h.call_nanos) AS last_nanos
    FROM handler_times h
    WHERE h.handler_kind IN (SELECT q.handler_kind FROM sequences q WHERE q.sequences = 1) AND {executions h}
    GROUP BY 1
    UNION ALL
    SELECT
        h.handler_kind,
        e.sequence_kind,
        min(h.call_nanos) AS first_nanos,
        max(h.call_nanos) AS last_nanos
    FROM handler_times h
    JOIN execution_times e ON e.execution_id = h.execution_id
    WHERE h.handler_kind IN (SELECT q.handler_kind FROM sequences q WHERE q.sequences > 1) AND {executions h}
    GROUP BY 1, 2
)
SELECT
    p.handler_kind,
    p.sequence_kind,
    CAST(p.runs AS BIGINT) AS runs,
    CAST(p.executions AS BIGINT) AS executions,
    t.first_nanos,
    t.last_nanos,
    p.beat
FROM pairs p
JOIN times t ON t.handler_kind = p.handler_kind AND COALESCE(t.sequence_kind, p.sequence_kind) = p.sequence_kind
ORDER BY 1, 2
