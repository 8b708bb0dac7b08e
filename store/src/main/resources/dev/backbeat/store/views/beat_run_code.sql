-- Which handler and which line of code each beat run is tied to.
SELECT
    -- execution_id BIGINT: the execution it belongs to, a 64-bit hash
    b.execution_id,
    -- session_id BIGINT: the session it belongs to, a 64-bit hash
    b.session_id,
    -- input INTEGER: the input that it was read from
    b.input,
    -- build VARCHAR: what people call the build that ran it, NULL where nobody says
    b.build,
    -- commit VARCHAR: the commit that ran it, NULL where nobody says
    b.commit,
    -- ordinal INTEGER: the beat run, from 0 within the execution
    b.ordinal,
    -- sequence VARCHAR: the id of the executed sequence, or its name where no id is known
    COALESCE(b.sequence_id, b.sequence_name) AS sequence,
    -- event VARCHAR: the event it emits
    b.event,
    -- number INTEGER: the documented number of the beat, -1 where it has none
    COALESCE(b.number, -1) AS number,
    -- plugin VARCHAR: who owns the handler, NULL as the next two where neither documents nor the log name one
    k.plugin,
    -- sequence_id VARCHAR: the sequence that names the handler
    k.sequence_id,
    -- handler VARCHAR: the handler
    k.handler,
    -- handler_source VARCHAR: who names the handler: `document` or `log`
    k.source AS handler_source,
    -- checkout VARCHAR: the checkout that has the function, NULL as the next four where it is not mapped
    m.checkout,
    -- tree_commit VARCHAR: the commit that has it at this line, NULL for a work tree, which may differ from the build
    m.tree_commit,
    -- path VARCHAR: its file within the checkout
    m.path,
    -- line INTEGER: its first line, from 1
    CASE WHEN m.path IS NOT NULL THEN m.line END AS line,
    -- symbol VARCHAR: its qualified name
    m.symbol,
    -- reason VARCHAR: what led there, or why it is not mapped; NULL where no checkout was ever given
    CASE
        WHEN m.handler IS NOT NULL THEN m.reason
        WHEN k.handler IS NULL AND EXISTS (SELECT 1 AS known FROM checkouts)
            THEN 'neither a document nor the log names its handler'
    END AS reason
FROM beat_runs b
LEFT JOIN beat_handlers k ON k.sequence = COALESCE(b.sequence_id, b.sequence_name)
    AND COALESCE(k.event, '') = COALESCE(b.event, '')
    AND k.number = COALESCE(b.number, -1)
    AND COALESCE(k.build, '') = COALESCE(b.build, '')
    AND COALESCE(k.commit, '') = COALESCE(b.commit, '')
LEFT JOIN mappings m ON m.plugin = k.plugin
    AND m.sequence_id = k.sequence_id
    AND m.handler = k.handler
    AND COALESCE(m.build, '') = COALESCE(b.build, '')
    AND COALESCE(m.commit, '') = COALESCE(b.commit, '')
