-- How many executions there are, when the first began and the last ended, and how many never began.
SELECT
    count(*) AS executions,
    count(e.handler_nanos) AS begun,
    min(COALESCE(e.start_nanos - e.queue_wait_nanos, e.start_nanos)) AS first_nanos,
    max(e.start_nanos + e.handler_nanos + e.in_beat_nanos + e.between_nanos) AS last_nanos,
    count(DISTINCT e.session_id) AS sessions
FROM execution_times e
WHERE {times e} AND {handling e}
