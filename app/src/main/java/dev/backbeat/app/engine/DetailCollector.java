package dev.backbeat.app.engine;

import dev.backbeat.model.Answer;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Place;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Collects what lies behind the references of an answer, and behind those of what it found, breadth
/// first and within limits: so a page that can't ask any more leads from figures to raw lines and to
/// code.
final class DetailCollector {

    /// Handlers, of which each leads to the first of its executions only.
    static final int MOST_HANDLERS = 100;

    /// Executions of one handler that are followed from it.
    static final int MOST_EXECUTIONS_OF_HANDLER = 5;

    static final int MOST_EXECUTIONS = 300;
    static final int MOST_PLACES = 1_000;
    static final int MOST_CODE_PLACES = 500;

    /// What can be looked up. Each gives nothing where there is nothing. Handlers and executions are
    /// asked for together, since many cost as much as one.
    ///
    /// @param places raw lines
    /// @param code lines of code
    record Lookups(
            Function<List<HandlerKey>, Map<HandlerKey, List<Exhibit>>> handlers,
            Function<List<ExecutionId>, Map<ExecutionId, List<Exhibit>>> executions,
            Function<Place, Optional<Exhibit>> places,
            Function<CodePlace, Optional<Exhibit>> code) {}

    private final Lookups lookups;
    private final List<Answer.Detail> details = new ArrayList<>();

    /// What was met, in the order in which it was, and of it what was looked up.
    private final Set<Reference> met = new LinkedHashSet<>();

    private final Set<Reference> asked = new LinkedHashSet<>();
    private final Map<Kind, Integer> counts = new LinkedHashMap<>();

    private enum Kind {
        HANDLER("handlers", MOST_HANDLERS),
        EXECUTION("executions", MOST_EXECUTIONS),
        PLACE("raw lines", MOST_PLACES),
        CODE("lines of code", MOST_CODE_PLACES);

        private final String words;
        private final int most;

        Kind(String words, int most) {
            this.words = words;
            this.most = most;
        }

        static Optional<Kind> of(Reference reference) {
            return switch (reference) {
                case Reference.ToHandler handler -> Optional.of(HANDLER);
                case Reference.ToExecution execution -> Optional.of(EXECUTION);
                case Reference.ToPlace place -> Optional.of(PLACE);
                case Reference.ToCode code -> Optional.of(CODE);
                case Reference.ToExecutions executions -> Optional.empty();
                case Reference.ToSession session -> Optional.empty();
                case Reference.ToInput input -> Optional.empty();
                case Reference.ToSequence sequence -> Optional.empty();
            };
        }
    }

    private DetailCollector(Lookups lookups) {
        this.lookups = lookups;
    }

    /// The answer with what lies behind its references. What the limits left out is said in an exhibit at
    /// its end.
    static Answer detailed(Answer answer, Lookups lookups) {
        DetailCollector collector = new DetailCollector(lookups);
        List<Reference> level = new ArrayList<>();
        answer.exhibits().forEach(exhibit -> level.addAll(References.of(exhibit)));
        collector.collect(level);
        List<Exhibit> exhibits = new ArrayList<>(answer.exhibits());
        collector.leftOut().ifPresent(exhibits::add);
        return new Answer(answer.id(), answer.question(), exhibits, collector.details);
    }

    /// The report with what lies behind the references of all its answers, those to be looked at first first.
    static Report detailed(Report report, Lookups lookups) {
        DetailCollector collector = new DetailCollector(lookups);
        List<Reference> level = new ArrayList<>(References.byTurns(report.first()));
        level.addAll(References.byTurns(report.answer().exhibits()));
        collector.collect(level);
        List<Exhibit> first = new ArrayList<>(report.first());
        collector.leftOut().ifPresent(first::add);
        return new Report(report.id(), report.question(), first, report.parts(), collector.details);
    }

    private void collect(List<Reference> first) {
        List<Reference> level = first;
        while (!level.isEmpty()) {
            met.addAll(level);
            List<Reference> now = level.stream().distinct().filter(this::admit).toList();
            Map<Reference, List<Exhibit>> stories = stories(now);
            List<Reference> next = new ArrayList<>();
            for (Reference reference : now) {
                List<Exhibit> exhibits = stories.getOrDefault(reference, excerpt(reference));
                if (!exhibits.isEmpty()) {
                    details.add(new Answer.Detail(reference, title(reference, exhibits), exhibits));
                    next.addAll(next(reference, exhibits));
                }
            }
            level = next;
        }
    }

    /// Whether it is to be looked up: not yet, and within the limit of its kind.
    private boolean admit(Reference reference) {
        Optional<Kind> kind = Kind.of(reference);
        if (kind.isEmpty() || asked.contains(reference)) {
            return false;
        }
        int known = counts.getOrDefault(kind.get(), 0);
        if (known >= kind.get().most) {
            return false;
        }
        counts.put(kind.get(), known + 1);
        return asked.add(reference);
    }

    /// What is told of handlers and executions, asked for together.
    private Map<Reference, List<Exhibit>> stories(List<Reference> references) {
        List<HandlerKey> handlers = new ArrayList<>();
        List<ExecutionId> executions = new ArrayList<>();
        for (Reference reference : references) {
            if (reference instanceof Reference.ToHandler(var handler)) {
                handlers.add(handler);
            } else if (reference instanceof Reference.ToExecution(var execution)) {
                executions.add(execution);
            }
        }
        Map<Reference, List<Exhibit>> stories = new HashMap<>();
        lookups.handlers
                .apply(handlers)
                .forEach((handler, exhibits) -> stories.put(new Reference.ToHandler(handler), exhibits));
        lookups.executions
                .apply(executions)
                .forEach((execution, exhibits) -> stories.put(new Reference.ToExecution(execution), exhibits));
        return stories;
    }

    /// The lines at a place.
    private List<Exhibit> excerpt(Reference reference) {
        return switch (reference) {
            case Reference.ToPlace(var place) ->
                lookups.places.apply(place).stream().toList();
            case Reference.ToCode(var place) ->
                lookups.code.apply(place).stream().toList();
            default -> List.of();
        };
    }

    private List<Reference> next(Reference reference, List<Exhibit> exhibits) {
        if (!(reference instanceof Reference.ToHandler)) {
            return exhibits.stream()
                    .flatMap(exhibit -> References.of(exhibit).stream())
                    .toList();
        }
        List<Reference> next = new ArrayList<>();
        Set<Reference> executions = new LinkedHashSet<>();
        // By turns, so that the failed ones do not push out the slowest.
        for (Reference found : References.byTurns(exhibits)) {
            boolean follow = !(found instanceof Reference.ToExecution)
                    || executions.contains(found)
                    || executions.size() < MOST_EXECUTIONS_OF_HANDLER;
            if (found instanceof Reference.ToExecution) {
                met.add(found);
                if (follow) {
                    executions.add(found);
                }
            }
            if (follow) {
                next.add(found);
            }
        }
        return next;
    }

    private static String title(Reference reference, List<Exhibit> exhibits) {
        return switch (reference) {
            case Reference.ToHandler(var handler) -> handler.plugin() + "." + handler.handler();
            case Reference.ToExecution(var execution) ->
                "execution " + execution + ", " + exhibits.getFirst().title();
            case Reference.ToPlace(var place) -> place.shortName();
            case Reference.ToCode(var place) -> place.toString();
            case Reference.ToExecutions executions -> "executions";
            case Reference.ToSession(var session) -> session.toString();
            case Reference.ToInput(var input) -> "input " + input;
            case Reference.ToSequence(var sequence) -> sequence;
        };
    }

    private Optional<Exhibit> leftOut() {
        List<String> parts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            long all = met.stream()
                    .filter(reference -> Kind.of(reference).filter(kind::equals).isPresent())
                    .count();
            int held = counts.getOrDefault(kind, 0);
            if (all > held) {
                parts.add("%,d of %,d %s".formatted(held, all, kind.words));
            }
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        String words = "This page is kept small: it holds what lies behind " + String.join(", ", parts)
                + " that it names. For the others ask `backbeat execution <id>` and `backbeat raw <place>`.";
        return Optional.of(
                new Exhibit.Document("what was left out", List.of(new Exhibit.Document.Block.Paragraph(words))));
    }
}
