-- Something in a checkout that can't be read as it is meant to be.
SELECT
    -- checkout VARCHAR: the checkout
    p.checkout,
    -- tree_commit VARCHAR: the commit, NULL for a work tree
    p.tree_commit,
    -- kind VARCHAR: `invalid_json`, `no_movements`, `no_name`, `contradicting_sequences`, `missing_file`,
    --     `syntax_error` or `left_out`
    p.kind,
    -- path VARCHAR: the file
    p.path,
    -- line INTEGER: where, from 1; 0 where that is not known
    p.line,
    -- message VARCHAR: what is wrong
    p.message
FROM facts.code_problems p
