/// The vocabulary of the `musical-conductor` orchestrator, versions 1.4.5 and 1.5.1, and of the event router
/// of its hosts: what each console message means.
///
/// [EventRules] holds the messages that become events, the resource `rules.tsv` those that are silent by
/// name or report trouble. [ConductorReader] undoes console styling (`%c`, terminal colours, indentation)
/// before it looks a message up. The file and line in front of a console line play no part: they name the
/// logging shim.
@NullMarked
package dev.backbeat.ingest.vocabulary.conductor;

import org.jspecify.annotations.NullMarked;
