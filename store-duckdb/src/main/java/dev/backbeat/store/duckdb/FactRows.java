package dev.backbeat.store.duckdb;

import dev.backbeat.model.BeatRun;
import dev.backbeat.model.Claim;
import dev.backbeat.model.ClaimSource;
import dev.backbeat.model.DurationBuckets;
import dev.backbeat.model.ErrorFact;
import dev.backbeat.model.Event;
import dev.backbeat.model.Execution;
import dev.backbeat.model.Gap;
import dev.backbeat.model.HandlerRun;
import dev.backbeat.model.MovementRun;
import dev.backbeat.model.PluginMount;
import dev.backbeat.model.Rejected;
import dev.backbeat.model.SequenceRegistration;
import dev.backbeat.model.Session;
import dev.backbeat.model.StateChange;
import dev.backbeat.model.Time;
import dev.backbeat.model.TopicEvent;
import dev.backbeat.store.InputRecord;
import dev.backbeat.store.SessionBuild;
import java.sql.SQLException;

/// How each fact becomes a row: its components in the order of its table in [Tables].
final class FactRows {

    private FactRows() {}

    private static int bucket(long nanos) {
        return Time.isKnown(nanos) ? DurationBuckets.of(nanos) : -1;
    }

    static void append(Execution fact, Kinds kinds, RowBatch row) throws SQLException {
        row.number(fact.id().value())
                .number(fact.session().value())
                .count(fact.ordinal())
                .text(fact.requestId())
                .number(kinds.numberOf(fact.sequenceName(), fact.sequenceId(), fact.plugin()))
                .nanos(fact.queuedNanos())
                .nanos(fact.startNanos())
                .nanos(fact.endNanos())
                .nanos(fact.reportedNanos())
                .code(fact.outcome())
                .word(fact.causeTopic())
                .execution(fact.causeExecution())
                .places(fact.start(), fact.end())
                .nanos(fact.time().queueWaitNanos())
                .nanos(fact.time().handlerNanos())
                .nanos(fact.time().inBeatNanos())
                .nanos(fact.time().betweenNanos())
                .nanos(fact.time().afterEndNanos())
                .count(0)
                .count(0)
                .count(0)
                .count(0)
                .number(0)
                .number(0)
                .number(0)
                .number(0)
                .number(0)
                .end();
    }

    static void append(MovementRun fact, RowBatch row) throws SQLException {
        row.number(fact.execution().value())
                .number(fact.session().value())
                .count(fact.ordinal())
                .word(fact.name())
                .count(fact.beats())
                .nanos(fact.startNanos())
                .nanos(fact.endNanos())
                .nanos(fact.reportedNanos())
                .code(fact.outcome())
                .places(fact.start(), fact.end())
                .end();
    }

    static void append(BeatRun fact, Kinds kinds, RowBatch row) throws SQLException {
        row.number(fact.execution().value())
                .number(fact.session().value())
                .count(fact.ordinal())
                .count(fact.parent())
                .count(fact.movement())
                .count(fact.position())
                .count(fact.attempt())
                .number(kinds.numberOf(fact.sequence(), fact.number(), fact.title(), fact.event(), fact.timing()))
                .nanos(fact.startNanos())
                .nanos(fact.endNanos())
                .nanos(fact.reportedNanos())
                .nanos(fact.roundedNanos())
                .count(bucket(Time.isKnown(fact.reportedNanos()) ? fact.reportedNanos() : fact.roundedNanos()))
                .code(fact.outcome())
                .places(fact.start(), fact.end())
                .end();
    }

    static void append(HandlerRun fact, Kinds kinds, RowBatch row) throws SQLException {
        row.number(fact.execution().value())
                .number(fact.session().value())
                .count(fact.ordinal())
                .count(fact.beat())
                .count(fact.subscriber())
                .number(kinds.numberOf(
                        fact.sequence(), fact.event(), fact.plugin(), fact.handler(), fact.subscribedSequence()))
                .nanos(fact.callNanos())
                .nanos(fact.returnNanos())
                .nanos(fact.endNanos())
                .nanos(fact.waitedNanos())
                .nanos(fact.ownNanos())
                .nanos(fact.nestedNanos())
                .nanos(fact.offPathNanos())
                .count(bucket(fact.ownNanos()))
                .count(fact.selfNanos() == fact.ownNanos() ? -1 : bucket(fact.selfNanos()))
                .count(fact.onPathNanos() == fact.selfNanos() ? -1 : bucket(fact.onPathNanos()))
                .code(fact.outcome())
                .code(fact.tie())
                .places(fact.start(), fact.end())
                .end();
    }

    static void append(StateChange fact, RowBatch row) throws SQLException {
        row.number(fact.execution().value())
                .number(fact.session().value())
                .count(fact.handlerRun())
                .word(fact.key())
                .code(fact.kind())
                .text(fact.preview())
                .nanos(fact.timeNanos())
                .number(fact.origin().offset())
                .end();
    }

    static void append(ErrorFact fact, RowBatch row) throws SQLException {
        row.number(fact.session().value())
                .execution(fact.execution())
                .count(fact.beat())
                .count(fact.handlerRun())
                .word(fact.kind())
                .word(fact.plugin())
                .word(fact.handler())
                .text(fact.message())
                .text(fact.stack())
                .nanos(fact.timeNanos())
                .number(fact.origin().offset())
                .end();
    }

    static void append(TopicEvent fact, RowBatch row) throws SQLException {
        row.number(fact.session().value())
                .code(fact.kind())
                .word(fact.topic())
                .word(fact.plugin())
                .word(fact.sequenceId())
                .count(fact.count())
                .execution(fact.execution())
                .nanos(fact.timeNanos())
                .number(fact.origin().offset())
                .end();
    }

    static void append(PluginMount fact, RowBatch row) throws SQLException {
        row.number(fact.session().value())
                .count(fact.ordinal())
                .word(fact.plugin())
                .code(fact.outcome())
                .nanos(fact.startNanos())
                .nanos(fact.endNanos())
                .text(fact.reason())
                .number(fact.origin().offset())
                .end();
    }

    static void append(Gap fact, RowBatch row) throws SQLException {
        row.number(fact.session().value())
                .nanos(fact.startNanos())
                .nanos(fact.endNanos())
                .places(fact.before(), fact.after())
                .execution(fact.execution())
                .end();
    }

    static void append(SequenceRegistration fact, RowBatch row) throws SQLException {
        row.number(fact.session().value())
                .word(fact.name())
                .word(fact.sequenceId())
                .nanos(fact.timeNanos())
                .number(fact.origin().offset())
                .end();
    }

    static void append(Session session, int input, RowBatch row) throws SQLException {
        row.number(session.id().value())
                .count(input)
                .number(session.timedMessages())
                .nanos(session.startNanos())
                .nanos(session.endNanos())
                .text(session.conductorVersion())
                .places(session.start(), session.end())
                .end();
    }

    static void appendPackages(Session session, RowBatch row) throws SQLException {
        int ordinal = 0;
        for (Event.PackageVersion each : session.packages()) {
            row.number(session.id().value())
                    .count(ordinal++)
                    .text(each.name())
                    .text(each.version())
                    .end();
        }
    }

    static void append(Session session, SessionBuild build, long said, RowBatch row) throws SQLException {
        String commit = build.commit() == null ? session.commit() : build.commit();
        row.number(session.id().value())
                .number(said)
                .text(build.label())
                .text(commit)
                .text(build.source())
                .end();
    }

    static void append(InputRecord record, int input, int round, RowBatch row) throws SQLException {
        row.count(input)
                .text(record.name())
                .text(record.format())
                .number(record.contentHash())
                .number(record.bytes())
                .number(record.lines())
                .number(record.readNanos())
                .text(record.journal())
                .count(round)
                .end();
    }

    static void append(InputRecord.LedgerEntry entry, int input, RowBatch row) throws SQLException {
        row.count(input)
                .code(entry.lineClass())
                .text(entry.rule())
                .number(entry.lines())
                .end();
    }

    static void append(Rejected line, int input, RowBatch row) throws SQLException {
        row.count(input)
                .number(line.offset())
                .number(line.length())
                .code(line.reason())
                .end();
    }

    static void append(InputRecord.UnknownTemplate template, int input, RowBatch row) throws SQLException {
        row.count(input)
                .text(template.template())
                .number(template.firstOffset())
                .number(template.records())
                .number(template.lines())
                .end();
    }

    static void append(ClaimSource source, int input, RowBatch row) throws SQLException {
        row.count(input)
                .text(source.writer())
                .text(source.about())
                .nanos(source.startNanos())
                .nanos(source.endNanos())
                .nanos(source.writtenNanos())
                .count(source.complete() ? 1 : 0)
                .end();
    }

    static void append(Claim claim, int input, RowBatch row) throws SQLException {
        row.count(input)
                .count(claim.ordinal())
                .code(claim.kind())
                .text(claim.subject())
                .text(claim.text())
                .nanos(claim.value())
                .code(claim.unit())
                .number(claim.precision())
                .nanos(claim.startNanos())
                .nanos(claim.endNanos())
                .number(claim.origin().offset())
                .text(claim.pointer())
                .end();
    }
}
