-- Calls of code that subscribe to a topic, publish to one, or play a sequence, where the code says which.
SELECT
    u.build,
    u.commit,
    u.kind,
    u.topic,
    u.callee,
    u.checkout,
    u.tree_commit,
    u.path,
    u.line,
    u.line AS end_line
FROM topic_uses u
WHERE u.topic IS NOT NULL
ORDER BY u.build, u.commit, u.topic, u.checkout, u.path, u.line
