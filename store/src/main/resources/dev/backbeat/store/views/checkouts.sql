-- Which version of which checkout a build was mapped against.
SELECT
    -- build VARCHAR: what people call the build, NULL where nobody says
    c.build,
    -- commit VARCHAR: the commit of the build, NULL where nobody says
    c.commit,
    -- checkout VARCHAR: what the checkout is called
    c.checkout,
    -- root VARCHAR: its folder
    c.root,
    -- tree_commit VARCHAR: the commit whose files were read, NULL for the work tree, which may differ from
    --     the build
    c.tree_commit,
    -- reason VARCHAR: why this version
    c.reason,
    -- files INTEGER [files]: how many source files it has
    c.files,
    -- functions INTEGER [functions]: how many functions they have
    c.functions,
    -- sequences INTEGER [documents]: how many documents of sequences it has
    c.sequences
FROM facts.code_checkouts c
