package dev.backbeat.store.duckdb;

import dev.backbeat.model.Claim;
import dev.backbeat.model.HandlerOutcome;
import dev.backbeat.model.LineClass;
import dev.backbeat.model.Outcome;
import dev.backbeat.model.Rejected;
import dev.backbeat.model.StateChange;
import dev.backbeat.model.Tie;
import dev.backbeat.model.TopicEvent;
import java.util.List;
import java.util.Map;

/// The tables: one per kind of fact, then what belongs to sessions and to inputs. A change here, or in the
/// order of an enum that a column holds, needs a new [Schema#VERSION].
final class Tables {

    /// The recurring texts that the columns of words refer to.
    static final Table TEXTS = Table.named("texts").ints("word").texts("text").done();

    /// What is executed: rows of [#EXECUTIONS] say the number.
    static final Table SEQUENCE_KINDS = Table.named("sequence_kinds")
            .ints("sequence_kind")
            .words("sequence_name", "sequence_id", "plugin")
            .done();

    /// What runs as a beat: rows of [#BEAT_RUNS] say the number.
    static final Table BEAT_KINDS = Table.named("beat_kinds")
            .ints("beat_kind")
            .words("sequence")
            .ints("number")
            .words("title", "event", "timing")
            .done();

    /// What runs as a handler: rows of [#HANDLER_RUNS] say the number.
    static final Table HANDLER_KINDS = Table.named("handler_kinds")
            .ints("handler_kind")
            .words("sequence", "event", "plugin", "handler", "subscribed_sequence")
            .done();

    /// The last nine are a roll-up of its beat runs and handler runs, which [ExecutionSums] writes.
    static final Table EXECUTIONS = Table.named("executions")
            .longs("execution_id", "session_id")
            .ints("ordinal")
            .texts("request_id")
            .kind("sequence_kind", SEQUENCE_KINDS)
            .nanos("queued_nanos", "start_nanos", "end_nanos", "reported_nanos")
            .code("outcome", Outcome.values())
            .words("cause_topic")
            .idOrNone("cause_execution_id")
            .places()
            .nanos("queue_wait_nanos", "handler_nanos", "in_beat_nanos", "between_nanos", "after_end_nanos")
            .ints("beat_runs", "handler_runs", "failed_handler_runs", "unended_handler_runs")
            .longs("beat_sums", "beat_squares", "beat_cubes", "handler_sums", "handler_squares")
            .done();

    static final Table MOVEMENT_RUNS = Table.named("movement_runs")
            .longs("execution_id", "session_id")
            .ints("ordinal")
            .words("name")
            .ints("beats")
            .nanos("start_nanos", "end_nanos", "reported_nanos")
            .code("outcome", Outcome.values())
            .places()
            .done();

    static final Table BEAT_RUNS = Table.named("beat_runs")
            .longs("execution_id", "session_id")
            .ints("ordinal", "parent", "movement", "position", "attempt")
            .kind("beat_kind", BEAT_KINDS)
            .nanos("start_nanos", "end_nanos", "reported_nanos", "rounded_nanos")
            .ints("duration_bucket")
            .code("outcome", Outcome.values())
            .places()
            .done();

    static final Table HANDLER_RUNS = Table.named("handler_runs")
            .longs("execution_id", "session_id")
            .ints("ordinal", "beat", "subscriber")
            .kind("handler_kind", HANDLER_KINDS)
            .nanos("call_nanos", "return_nanos", "end_nanos", "waited_nanos", "own_nanos")
            .nanos("nested_nanos", "off_path_nanos")
            .ints("own_bucket", "self_bucket", "path_bucket")
            .code("outcome", HandlerOutcome.values())
            .code("tie", Tie.values())
            .places()
            .done();

    static final Table STATE_CHANGES = Table.named("state_changes")
            .longs("execution_id", "session_id")
            .ints("handler_run")
            .words("state_key")
            .code("kind", StateChange.Kind.values())
            .texts("preview")
            .nanos("time_nanos")
            .longs("start_offset")
            .done();

    static final Table ERRORS = Table.named("errors")
            .longs("session_id")
            .idOrNone("execution_id")
            .ints("beat", "handler_run")
            .words("kind", "plugin", "handler")
            .texts("message", "stack")
            .nanos("time_nanos")
            .longs("start_offset")
            .done();

    static final Table TOPIC_EVENTS = Table.named("topic_events")
            .longs("session_id")
            .code("kind", TopicEvent.Kind.values())
            .words("topic", "plugin", "sequence_id")
            .ints("count")
            .idOrNone("execution_id")
            .nanos("time_nanos")
            .longs("start_offset")
            .done();

    static final Table PLUGIN_MOUNTS = Table.named("plugin_mounts")
            .longs("session_id")
            .ints("ordinal")
            .words("plugin")
            .code("outcome", Outcome.values())
            .nanos("start_nanos", "end_nanos")
            .texts("reason")
            .longs("start_offset")
            .done();

    static final Table GAPS = Table.named("gaps")
            .longs("session_id")
            .nanos("start_nanos", "end_nanos")
            .places()
            .idOrNone("execution_id")
            .done();

    static final Table SEQUENCE_REGISTRATIONS = Table.named("sequence_registrations")
            .longs("session_id")
            .words("name", "sequence_id")
            .nanos("time_nanos")
            .longs("start_offset")
            .done();

    /// A roll-up of the handler runs of a session by what names them.
    static final Table HANDLER_NAMES = Table.named("handler_names")
            .longs("session_id")
            .words("plugin", "subscribed_sequence", "event", "handler")
            .longs("runs")
            .done();

    static final Table SESSIONS = Table.named("sessions")
            .longs("session_id")
            .ints("input")
            .longs("timed_messages")
            .nanos("start_nanos", "end_nanos")
            .texts("conductor_version")
            .places()
            .done();

    static final Table SESSION_PACKAGES = Table.named("session_packages")
            .longs("session_id")
            .ints("ordinal")
            .texts("name", "version")
            .done();

    /// What was said of a session's build, one row a word; `said` counts up over the whole store.
    static final Table SESSION_BUILDS = Table.named("session_builds")
            .longs("session_id", "said")
            .texts("label", "commit", "source")
            .done();

    static final Table INPUTS = Table.named("inputs")
            .ints("input")
            .texts("name", "format")
            .longs("content_hash", "bytes", "lines", "read_nanos")
            .texts("journal")
            .ints("last_round")
            .done();

    static final Table LEDGER = Table.named("ledger")
            .ints("input")
            .code("line_class", LineClass.values())
            .texts("rule")
            .longs("lines")
            .done();

    static final Table REJECTS = Table.named("rejects")
            .ints("input")
            .longs("start_offset", "length")
            .code("reason", Rejected.Reason.values())
            .done();

    static final Table UNKNOWN_TEMPLATES = Table.named("unknown_templates")
            .ints("input")
            .texts("template")
            .longs("first_offset", "records", "lines")
            .done();

    /// The reports that claims stand in, one row an input that is one.
    static final Table CLAIM_SOURCES = Table.named("claim_sources")
            .ints("input")
            .texts("writer", "about")
            .nanos("start_nanos", "end_nanos", "written_nanos")
            .ints("complete")
            .done();

    /// What reports claim: of no session, so nothing can join them to one by mistake.
    static final Table CLAIMS = Table.named("claims")
            .ints("input", "ordinal")
            .code("kind", Claim.Kind.values())
            .texts("subject", "text")
            .idOrNone("value")
            .code("unit", Claim.Unit.values())
            .longs("value_precision")
            .nanos("start_nanos", "end_nanos")
            .longs("start_offset")
            .texts("pointer")
            .done();

    /// All tables, in the order in which they are created.
    static final List<Table> ALL = List.of(
            SEQUENCE_KINDS,
            BEAT_KINDS,
            HANDLER_KINDS,
            EXECUTIONS,
            MOVEMENT_RUNS,
            BEAT_RUNS,
            HANDLER_RUNS,
            STATE_CHANGES,
            ERRORS,
            TOPIC_EVENTS,
            PLUGIN_MOUNTS,
            GAPS,
            SEQUENCE_REGISTRATIONS,
            HANDLER_NAMES,
            SESSIONS,
            SESSION_PACKAGES,
            SESSION_BUILDS,
            INPUTS,
            LEDGER,
            REJECTS,
            UNKNOWN_TEMPLATES,
            CLAIM_SOURCES,
            CLAIMS);

    /// The tables whose rows belong to an input and to no session.
    static final List<Table> OF_INPUT = List.of(INPUTS, LEDGER, REJECTS, UNKNOWN_TEMPLATES, CLAIM_SOURCES, CLAIMS);

    /// The tables of kinds, each with the table whose rows say the number.
    static final Map<Table, Table> KINDS =
            Map.of(SEQUENCE_KINDS, EXECUTIONS, BEAT_KINDS, BEAT_RUNS, HANDLER_KINDS, HANDLER_RUNS);

    private Tables() {}

    /// The tables whose rows belong to a session and go with it. What people said of its build stays.
    static List<Table> ofSession() {
        return ALL.stream()
                .filter(table -> table.has("session_id") && !table.equals(SESSION_BUILDS))
                .toList();
    }
}
