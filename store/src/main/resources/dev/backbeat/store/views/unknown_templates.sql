-- A kind of line that no rule knows.
SELECT
    -- input INTEGER: the input
    u.input,
    -- template VARCHAR: the text with its variable parts as `<*>`, redacted
    u.template,
    -- first_offset BIGINT [bytes]: where it was first read in its input
    u.first_offset,
    -- records BIGINT [records]: how many records are of this kind
    u.records,
    -- lines BIGINT [lines]: how many lines those records have
    u.lines
FROM facts.unknown_templates u
