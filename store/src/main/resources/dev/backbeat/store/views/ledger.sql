-- What became of the lines of an input: the counts sum to its lines.
SELECT
    -- input INTEGER: the input
    l.input,
    -- line_class VARCHAR: what became of them: `event`, `silent`, `unknown`, `rejected`
    l.line_class,
    -- rule VARCHAR: what decided it: the silent rule's name, the kind of event, the reason, or `template`
    l.rule,
    -- lines BIGINT [lines]: how many lines
    l.lines
FROM facts.ledger l
