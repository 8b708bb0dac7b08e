-- Which handler a kind of beat has in a build.
SELECT
    -- build VARCHAR: what people call the build, NULL where nobody says
    b.build,
    -- commit VARCHAR: the commit of the build, NULL where nobody says
    b.commit,
    -- sequence VARCHAR: the id of the sequence that was executed, or its name where no id is known
    b.sequence,
    -- event VARCHAR: the event that the beat emits
    b.event,
    -- number INTEGER: the beat's number, -1 where it is not known
    b.number,
    -- plugin VARCHAR: who owns the handler
    b.plugin,
    -- sequence_id VARCHAR: the sequence that names the handler
    b.sequence_id,
    -- handler VARCHAR: the handler's name
    b.handler,
    -- source VARCHAR: who says it: `document` or `log`
    b.source
FROM facts.code_beat_handlers b
