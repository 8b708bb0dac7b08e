package dev.backbeat.analysis.conformance;

import dev.backbeat.analysis.Alike;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Origin;
import dev.backbeat.store.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares what handlers did with the documents and with what the log reports.
final class Handlers {

    private final Asked asked;
    private final Documents documents;
    private final Tallies tallies;
    private final Map<String, String> names = new HashMap<>();
    private long cutOff;

    Handlers(Asked asked, Documents documents, Tallies tallies, List<Variants.Variant> variants) {
        this.asked = asked;
        this.documents = documents;
        this.tallies = tallies;
        variants.forEach(variant -> names.put(variant.sequence(), variant.name()));
    }

    void compare(Routing routing) {
        asked.rows("handlers.sql", this::ran);
        asked.rows("failures.sql", this::failed);
        stuck();
        asked.rows("registrations.sql", this::unregistered);
        asked.rows("unrouted.sql", row -> unrouted(row, routing));
    }

    private boolean ran(Row row) {
        String sequence = row.textAt("sequence").orElse("?");
        String event = row.textAt("event").orElse("");
        Optional<String> handler = row.textAt("handler");
        // Another subscriber of the same event is not the beat's own.
        boolean own = row.textAt("subscribed_sequence").map(sequence::equals).orElse(true);
        boolean named = row.textAt("handler_name_source").orElse("").equals("log");
        if (!own || !named || handler.isEmpty() || event.isEmpty()) {
            return false;
        }
        tallies.checked(ConfRules.OTHER_HANDLER, row.longAt("runs"));
        String plugin = row.textAt("plugin").orElse("");
        Set<String> handlers = new HashSet<>();
        Set<String> plugins = new HashSet<>();
        Documents.Documented first = null;
        for (Deviations document : documents.of(asked.build(row), sequence)) {
            String owner = document.flow().plugin();
            for (Flow.Beat beat : document.flow().beats()) {
                if (event.equals(beat.event())) {
                    handlers.add(beat.handler() == null ? handler.get() : beat.handler());
                    plugins.add(owner == null || plugin.isEmpty() ? plugin : owner);
                    first = first == null ? new Documents.Documented(document.flow(), beat) : first;
                }
            }
        }
        if (first == null || handlers.contains(handler.get()) && plugins.contains(plugin)) {
            return false;
        }
        String other = handlers.contains(handler.get())
                ? plugins.stream().sorted().collect(Collectors.joining("` or `"))
                : handlers.stream().sorted().collect(Collectors.joining("` or `"));
        tallies.add(tally(ConfRules.OTHER_HANDLER, row, first.beat().name(), first, handler.get(), other, Alike.NONE));
        return true;
    }

    private boolean failed(Row row) {
        String rule = switch (row.textAt("kind").orElse("")) {
            case "handler" -> ConfRules.HANDLER_FAILED;
            case "hung" -> ConfRules.NEVER_FINISHED;
            default -> ConfRules.BEAT_FAILED;
        };
        String sequence = row.textAt("sequence").orElse("?");
        String event = row.textAt("event").orElse("");
        String handler = row.textAt("handler").orElse(null);
        Optional<Documents.Documented> documented =
                documents.beat(asked.build(row), sequence, event, handler, row.intAt("number"));
        String beat = documented.map(found -> found.beat().name()).orElse(event);
        String named = handler == null
                ? documented.map(found -> found.beat().handler()).orElse("")
                : handler;
        String detail = row.longAt("first_executions") > 0 ? "" : ConfRules.BEHIND;
        if (rule.equals(ConfRules.NEVER_FINISHED) && !detail.isEmpty()) {
            // What waits behind a handler that never ends can't end either.
            return false;
        }
        // Beats tell apart which failed, not which never ended.
        Alike alike = rule.equals(ConfRules.NEVER_FINISHED)
                ? Alike.NONE
                : Alike.of(row.textAt("folds").orElse(""));
        tallies.add(tally(rule, row, beat, documented.orElse(null), named, detail, alike));
        return true;
    }

    private void stuck() {
        record Stuck(Asked.Build build, String sequence, long execution, long fold, long waiting, long place) {}
        List<Stuck> all = asked.rows(
                "stuck.sql",
                row -> new Stuck(
                        asked.build(row),
                        row.textAt("sequence").orElse("?"),
                        row.longAt("execution_id"),
                        row.longAt("fold"),
                        row.longAt("waiting"),
                        new Origin(row.intAt("input"), row.longAt("start_offset")).number()));
        Map<Long, List<Seen.Beat>> beats = Variants.beats(
                asked,
                all.stream()
                        .filter(one -> one.waiting() > 0)
                        .map(Stuck::fold)
                        .distinct()
                        .toList());
        for (Stuck one : all) {
            List<Seen.Beat> seen = beats.getOrDefault(one.fold(), List.of());
            if (one.waiting() == 0) {
                cutOff++;
                continue;
            }
            Documents.Documented documented = null;
            String beat = "";
            if (!seen.isEmpty()) {
                Seen.Beat last = seen.getLast();
                documented = documents
                        .beat(one.build(), one.sequence(), last.event(), null, last.number())
                        .orElse(null);
                beat = documented == null ? last.name() : documented.beat().name();
            }
            HandlerKey handler = key(documented, one.sequence(), "", "");
            tallies.add(new Tally(
                    ConfRules.STUCK,
                    one.sequence(),
                    names.getOrDefault(one.sequence(), one.sequence()),
                    beat,
                    handler.handler().isEmpty() ? null : handler,
                    documents
                            .code(one.build(), handler.sequence(), handler.handler())
                            .orElse(null),
                    documented == null ? null : documented.beat().place(),
                    one.waiting() == 1
                            ? "1 execution behind it never began"
                            : "%,d executions behind it never began".formatted(one.waiting()),
                    1,
                    one.place(),
                    one.execution(),
                    Alike.NONE));
        }
    }

    private boolean unregistered(Row row) {
        String sequence = row.textAt("sequence_id").orElse("?");
        List<Deviations> known = documents.of(asked.build(row), sequence);
        tallies.add(new Tally(
                ConfRules.UNREGISTERED,
                sequence,
                row.textAt("name").orElse(sequence),
                "",
                null,
                null,
                known.isEmpty()
                        ? null
                        : known.getFirst().flow().beats().getFirst().place(),
                "%,d of %,d".formatted(row.longAt("sessions"), row.longAt("sessions_of")),
                1,
                new Origin(row.intAt("input"), row.longAt("start_offset")).number(),
                0,
                Alike.NONE));
        return true;
    }

    private boolean unrouted(Row row, Routing routing) {
        tallies.checked(ConfRules.UNROUTED, row.longAt("published"));
        String topic = row.textAt("topic").orElse("?");
        long lost = row.longAt("lost");
        if (lost > 0 && routing.isLost(topic)) {
            String where = "in %,d of the %,d sessions that publish to it"
                    .formatted(row.longAt("sessions"), row.longAt("sessions_of"));
            tallies.add(new Tally(
                    ConfRules.UNROUTED,
                    topic,
                    topic,
                    "",
                    null,
                    routing.place(topic),
                    null,
                    where,
                    lost,
                    row.longAt("place"),
                    0,
                    Alike.NONE));
        }
        return lost > 0;
    }

    private Tally tally(
            String rule,
            Row row,
            String beat,
            Documents.@Nullable Documented documented,
            String handler,
            String detail,
            Alike alike) {
        String sequence = row.textAt("sequence").orElse("?");
        HandlerKey key = key(documented, sequence, row.textAt("plugin").orElse(""), handler);
        return new Tally(
                rule,
                sequence,
                names.getOrDefault(sequence, sequence),
                beat,
                handler.isEmpty() ? null : key,
                documents.code(asked.build(row), key.sequence(), handler).orElse(null),
                documented == null ? null : documented.beat().place(),
                detail,
                row.longAt("executions"),
                row.longAt("place"),
                row.longAt("execution_id"),
                alike);
    }

    private static HandlerKey key(
            Documents.@Nullable Documented documented, String sequence, String plugin, String handler) {
        if (documented == null) {
            return new HandlerKey(plugin, sequence, handler);
        }
        String owner = documented.flow().plugin();
        String named = documented.beat().handler();
        return new HandlerKey(
                plugin.isEmpty() && owner != null ? owner : plugin,
                documented.flow().sequence(),
                handler.isEmpty() && named != null ? named : handler);
    }

    /// How many executions did not end because their log does.
    long cutOff() {
        return cutOff;
    }
}
