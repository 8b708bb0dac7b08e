-- How often each beat took how long, as the log reports it. The place is the first run of that duration: input and
-- offset in one number, 2^40 offsets an input.
SELECT
    b.sequence_name AS sequence,
    b.number,
    b.title,
    b.event,
    COALESCE(b.reported_nanos, b.rounded_nanos) AS nanos,
    count(*) AS runs,
    min(CAST(b.input AS BIGINT) * 1099511627776 + b.start_offset) AS place
FROM beat_runs b
WHERE {executions b}
GROUP BY b.sequence_name, b.number, b.title, b.event, COALESCE(b.reported_nanos, b.rounded_nanos)
ORDER BY 1, 2, 3, 4, 5
