-- What is executed.
SELECT
    k.sequence_kind,
    COALESCE(k.sequence_id, k.sequence_name) AS sequence,
    k.sequence_name,
    k.plugin
FROM sequence_kinds k
ORDER BY k.sequence_kind
