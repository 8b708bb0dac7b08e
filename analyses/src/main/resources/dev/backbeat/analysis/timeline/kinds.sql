-- What is executed.
SELECT
    k.sequence_kind,
    k.sequence_id,
    k.sequence_name
FROM sequence_kinds k
ORDER BY k.sequence_kind
