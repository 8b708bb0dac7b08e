-- A call outside of tests that subscribes to a topic, publishes to one, or plays a sequence.
SELECT
    -- build VARCHAR: what people call the build, NULL where nobody says
    u.build,
    -- commit VARCHAR: the commit of the build, NULL where nobody says
    u.commit,
    -- checkout VARCHAR: the checkout that has the call
    u.checkout,
    -- tree_commit VARCHAR: the commit that has it, NULL for a work tree
    u.tree_commit,
    -- kind VARCHAR: what it does: `subscribe`, `publish` or `play`
    u.kind,
    -- topic VARCHAR: the topic, or for `play` the id of the sequence, with `*` for each hole of a template;
    --     NULL where only running code can tell
    u.topic,
    -- topic_name VARCHAR: the name that stands for it in the code, NULL where a literal says it
    u.topic_name,
    -- function VARCHAR: the qualified name of the function around it, empty at the top level of a file
    u.function,
    -- callee VARCHAR: what is called, as it is written
    u.callee,
    -- path VARCHAR: the file
    u.path,
    -- line INTEGER: where it stands in it, from 1
    u.line
FROM facts.code_topic_uses u
