-- What runs as a beat.
SELECT
    -- beat_kind INTEGER: its number; what is the same may have several
    k.beat_kind,
    -- sequence VARCHAR: the id of the executed sequence, or its name where no id is known
    k.sequence,
    -- number INTEGER: the documented number, NULL where it has none
    k.number,
    -- title VARCHAR: what the beat is called
    k.title,
    -- event VARCHAR: the event it emits
    k.event,
    -- timing VARCHAR: how it is documented to be timed
    k.timing
FROM facts.beat_kinds k
