/// Reports of other tools, read as claims: what somebody else's analyzer made of a log, never a fact.
///
/// A [ReportFormat] knows a report by its shape and reads it whole; [ReportPass] takes it through
/// redaction and the journal first, as every input. A [ReportReading] keeps the claims and what became of
/// each line, so that the ledger of a report balances as that of a log does. Beware of the reports: they
/// may be cut, huge or hostile, so everything has a limit and nothing is trusted. Formats know no other
/// format and no log.
///
/// Starting points: [ReportFormat] for a new one, [JsonReport] and [MarkdownReport] for what they stand on.
@NullMarked
package dev.backbeat.ingest.claims;

import org.jspecify.annotations.NullMarked;
