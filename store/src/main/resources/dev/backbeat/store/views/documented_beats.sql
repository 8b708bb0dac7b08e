-- A beat as one document describes it; several documents may describe one sequence.
SELECT
    -- build VARCHAR: what people call the build, NULL where nobody says
    d.build,
    -- commit VARCHAR: the commit of the build, NULL where nobody says
    d.commit,
    -- checkout VARCHAR: the checkout that has the document
    d.checkout,
    -- tree_commit VARCHAR: the commit that has it, NULL for a work tree
    d.tree_commit,
    -- path VARCHAR: the document
    d.path,
    -- line INTEGER: where the beat begins in it, from 1
    d.line,
    -- sequence_id VARCHAR: the sequence's id
    d.sequence_id,
    -- sequence_name VARCHAR: the sequence's name
    d.sequence_name,
    -- plugin VARCHAR: who owns the sequence, NULL where the document does not say
    d.plugin,
    -- movement INTEGER: the movement's position, from 0
    d.movement,
    -- movement_name VARCHAR: the movement's name
    d.movement_name,
    -- position INTEGER: the beat's position over all movements, from 0
    d.position,
    -- number INTEGER: the beat's number as the document says it, -1 where it says none
    d.number,
    -- event VARCHAR: the event it emits, NULL where the document names none
    d.event,
    -- title VARCHAR: what people call it
    d.title,
    -- handler VARCHAR: its handler, NULL where the document names none
    d.handler,
    -- timing VARCHAR: how it is timed
    d.timing,
    -- kind VARCHAR: what kind of work it does
    d.kind,
    -- optional BOOLEAN: whether an execution may leave it out
    d.optional,
    -- parallel VARCHAR: the group of beats that run side by side, NULL where it stands alone
    d.parallel,
    -- module VARCHAR: the module that the index names for the handlers, NULL where none does
    d.module
FROM facts.code_documented_beats d
