-- What runs as a beat.
SELECT
    k.beat_kind,
    k.sequence,
    k.number,
    k.title,
    k.event
FROM beat_kinds k
ORDER BY k.beat_kind
