/// Rebuilds executions from the events of one session: the place where order matters.
///
/// [SessionAssembler] takes events one by one and hands on facts as soon as they are complete; what is
/// still open when the session ends is handed on as incomplete. [HandlerChains] holds the rules by which the
/// end of a handler run is tied to its call. Traps that it is built for: handlers are not awaited, so they
/// end after their beat and after their sequence; few records name the request; the sequence name of a baton
/// record is that of a subscription, not of the execution.
@NullMarked
package dev.backbeat.ingest.assembly;

import org.jspecify.annotations.NullMarked;
