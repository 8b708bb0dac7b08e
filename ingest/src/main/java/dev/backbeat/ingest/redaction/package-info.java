/// Masks secrets in telemetry before anything else sees it.
///
/// Begin with [Redactor]. It overwrites every byte of a secret with `*` in place, so that offsets into
/// the redacted text are offsets into the original. What counts as a secret is said by [RedactionRule],
/// and extended or narrowed by [RedactionRules].
///
/// One pass: [Sieve] looks at all bytes, two at a time, through one table and names the few places where
/// a rule could begin; a `Finder` per rule family then looks closely. A finder reads a bounded stretch
/// around its place, or a stretch that it masks, so that the work stays linear on hostile text.
/// Everything but the three public types may change without notice.
@NullMarked
package dev.backbeat.ingest.redaction;

import org.jspecify.annotations.NullMarked;
