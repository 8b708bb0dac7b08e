-- A line that could not be read: the first ones of an input where there are too many.
SELECT
    -- input INTEGER: the input
    r.input,
    -- start_offset BIGINT [bytes]: where the line begins in its input
    r.start_offset,
    -- length BIGINT [bytes]: its length
    r.length,
    -- reason VARCHAR: why it could not be read: `not_utf8`, `binary`, `too_long`, `truncated`
    r.reason
FROM facts.rejects r
