-- What is executed: a sequence as the log names it.
SELECT
    -- sequence_kind INTEGER: its number; what is the same may have several
    k.sequence_kind,
    -- sequence_name VARCHAR: the sequence's name as the log says it
    k.sequence_name,
    -- sequence_id VARCHAR: the sequence's id, NULL where the log does not say
    k.sequence_id,
    -- plugin VARCHAR: who owns the sequence, NULL where the log does not say
    k.plugin
FROM facts.sequence_kinds k
