package dev.backbeat.app.server;

import dev.backbeat.analysis.AnalysisSpec;
import dev.backbeat.analysis.Resolution;
import dev.backbeat.app.engine.Engine;
import dev.backbeat.inspect.ExecutionList;
import dev.backbeat.model.Answer;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.ExecutionSet;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Scope;
import dev.backbeat.output.AnswerJson;
import dev.backbeat.output.Output;
import dev.backbeat.store.View;
import dev.backbeat.store.Views;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// What can be asked of the engine, as endpoints. Those of analyses come from what the analyses say of themselves.
final class Api {

    private static final int PAGE = 50;
    private static final int MOST_ROWS = 10_000;
    private static final int MOST_OFFSET = 100_000_000;
    private static final int MOST_LINES = 1_000;
    private static final int TOP = 20;

    private static final String EXECUTION = "00c0ffee00c0ffee";
    private static final String OUTCOMES = String.join(", ", ExecutionList.HANDLER_OUTCOMES);

    private static final Set<String> HANDLER_SCOPE = Set.of("from", "to", "build", "session");

    private static final Parameter LIMIT = Parameter.number("limit", "how many rows at most", PAGE);
    private static final Parameter OFFSET = Parameter.number("offset", "how many rows are passed over", 0);
    private static final Parameter ORDER = new Parameter(
            "order",
            Parameter.Place.QUERY,
            "string",
            "which come first: oldest, newest or slowest",
            "oldest",
            "newest",
            false);
    private static final List<Parameter> WHICH = List.of(
            Parameter.text("status", "only with this status", "incomplete"),
            Parameter.text("handler_plugin", "only where a handler of this owner ran", "CartPlugin"),
            Parameter.text(
                    "handler_sequence", "only where a handler of this sequence ran, by its id", "cart-add-symphony"),
            Parameter.text(
                    "handler_name", "only where a handler of this name ran, of that owner and sequence", "addItem"),
            Parameter.text("handler_outcome", "only where it ended so: " + OUTCOMES, "failed"),
            Parameter.several(
                    "like", "only what did the same as this execution: its beats in its order, to its end", EXECUTION));
    private static final List<Parameter> PAGED = List.of(LIMIT, OFFSET);

    private final Engine engine;
    private final List<AnalysisSpec<?>> specs;
    private final Answers answers;
    private final Downloads downloads;
    private final AnswerJson json = AnswerJson.forPrograms();

    Api(Engine engine, List<AnalysisSpec<?>> specs, Downloads downloads, Answers answers) {
        this.engine = engine;
        this.specs = List.copyOf(specs);
        this.downloads = downloads;
        this.answers = answers;
    }

    List<Endpoint> endpoints() {
        List<Endpoint> all = new ArrayList<>();
        all.add(Endpoint.object(
                "/api/analyses", "which questions there are, with their settings", List.of(), this::list));
        specs.forEach(spec -> all.add(analysis(spec)));
        all.addAll(lists());
        all.addAll(subjects());
        all.add(Endpoint.object(
                "/api/views",
                "the documented views of the store",
                List.of(),
                exchange -> exchange.reply(Reply.json(
                        Map.of("views", Views.all().stream().map(Api::view).toList())))));
        all.add(Endpoint.object(
                "/api/rules/{id}",
                "what a rule of findings means and what to do, in Markdown",
                List.of(Parameter.path("id", "string", "the rule", "EXEC001")),
                exchange -> exchange.reply(RulePages.of(exchange.asked().place("id")))));
        return all;
    }

    private com.linecorp.armeria.common.HttpResponse list(Exchange exchange) {
        return exchange.reply(
                Reply.json(Map.of("analyses", specs.stream().map(Api::described).toList())));
    }

    private static Map<String, Object> described(AnalysisSpec<?> spec) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", spec.id());
        shown.put("question", spec.question());
        shown.put("method", spec.method());
        shown.put("settings", spec.settingSpecs());
        return shown;
    }

    private static Map<String, Object> view(View view) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", view.name());
        shown.put("description", view.description());
        shown.put("columns", view.columns());
        return shown;
    }

    private Endpoint analysis(AnalysisSpec<?> spec) {
        List<Parameter> settings = spec.settingSpecs().stream()
                .map(setting -> new Parameter(
                        setting.name(),
                        Parameter.Place.QUERY,
                        type(setting.type()),
                        setting.description(),
                        setting.byDefault(),
                        setting.example(),
                        false))
                .toList();
        List<String> names = settings.stream().map(Parameter::name).toList();
        Parameter buckets = Parameter.number(
                "buckets", "into how many parts of time a series is divided", Resolution.STANDARD.buckets());
        List<Parameter> parameters = Stream.of(settings, List.of(buckets, downloads.parameter()), Parameter.SCOPE)
                .flatMap(List::stream)
                .toList();
        return Endpoint.question(
                "/api/analyses/" + spec.id(), spec.question(), parameters, new Stored(answers, asked -> {
                    Optional<Output> output = downloads.wanted(asked);
                    Resolution detail =
                            new Resolution(asked.number("buckets", 1, 1_000), 0, Resolution.STANDARD.rows());
                    Answer answer = Answer.of(
                            spec.id(),
                            spec.question(),
                            engine.ask(spec.id(), asked.settings(names), asked.scope(), detail));
                    return output.map(one -> downloads.file(one, answer)).orElseGet(() -> written(answer));
                }));
    }

    private static String type(String java) {
        return switch (java) {
            case "int", "long" -> "integer";
            case "boolean" -> "boolean";
            default -> "string";
        };
    }

    private List<Endpoint> lists() {
        return List.of(
                question(
                        "/api/sessions",
                        "the sessions and their builds",
                        joined(Parameter.SCOPE, PAGED),
                        "sessions",
                        asked -> engine.sessions(
                                asked.scope(),
                                asked.number("offset", 0, MOST_OFFSET),
                                asked.number("limit", 1, MOST_ROWS))),
                question("/api/inputs", "the inputs", PAGED, "inputs", asked -> paged(engine.inputs(), asked)),
                question(
                        "/api/ledger",
                        "what became of every line",
                        joined(
                                List.of(Parameter.text("input", "of this input alone, by its number or name", "1")),
                                PAGED),
                        "ledger",
                        asked -> paged(asked.text("input").map(engine::ledger).orElseGet(engine::ledger), asked)),
                question(
                        "/api/executions",
                        "executions",
                        joined(WHICH, List.of(ORDER), Parameter.SCOPE, PAGED),
                        "executions",
                        asked -> engine.executions(filter(asked))),
                question(
                        "/api/map",
                        "which line of code is which handler",
                        List.of(LIMIT),
                        "map",
                        asked -> engine.codeMap(asked.number("limit", 1, MOST_ROWS))),
                question(
                        "/api/claims",
                        "what reports of other tools claim, and whether the logs agree",
                        List.of(LIMIT),
                        "claims",
                        asked -> engine.claims(null, asked.number("limit", 1, MOST_ROWS))),
                question(
                        "/api/report",
                        "every answer, with what to look at first",
                        List.of(Parameter.number("top", "how many findings are to be looked at first", TOP)),
                        "report",
                        asked -> engine.report(asked.number("top", 1, MOST_LINES))
                                .reading()
                                .exhibits()));
    }

    private List<Endpoint> subjects() {
        return List.of(
                question(
                        "/api/executions/{id}",
                        "one execution, beat by beat",
                        List.of(Parameter.path("id", "string", "its id, or its request's", EXECUTION)),
                        "execution",
                        asked -> engine.execution(asked.place("id"))),
                question(
                        "/api/raw/{input}/{offset}",
                        "raw lines, redacted, around a place in a log",
                        List.of(
                                Parameter.path("input", "integer", "the input's number", "1"),
                                Parameter.path("offset", "integer", "where in it, in bytes", "0"),
                                Parameter.number("before", "lines before it", 3),
                                Parameter.number("after", "lines after it", 3)),
                        "raw",
                        asked -> engine.raw(
                                place(asked),
                                asked.number("before", 0, MOST_LINES),
                                asked.number("after", 0, MOST_LINES))),
                question(
                        "/api/handlers",
                        "everything known about a handler",
                        joined(
                                List.of(
                                        Parameter.text("plugin", "who owns it", "CartPlugin"),
                                        Parameter.text("sequence", "the id of its sequence", "cart-add-symphony"),
                                        Parameter.text("handler", "its name", "addItem")),
                                // The others name the handler itself here.
                                Parameter.SCOPE.stream()
                                        .filter(one -> HANDLER_SCOPE.contains(one.name()))
                                        .toList()),
                        "handler",
                        asked -> engine.handler(
                                new HandlerKey(
                                        asked.text("plugin").orElse(""),
                                        asked.text("sequence").orElse(""),
                                        wanted(asked, "handler")),
                                ofRuns(asked.scope()))));
    }

    private static Scope ofRuns(Scope scope) {
        return new Scope(
                scope.builds(), scope.fromNanos(), scope.toNanos(), scope.sessions(), List.of(), List.of(), List.of());
    }

    private static String wanted(Asked asked, String name) {
        return asked.text(name)
                .orElseThrow(
                        () -> BackbeatException.withHint(
                                ErrorCode.USAGE,
                                "`%s` is missing".formatted(name),
                                "a handler is named by `plugin`, `sequence` and `handler`; `/api/analyses/profile` lists them"));
    }

    private static String place(Asked asked) {
        String place = asked.place("input") + ":" + asked.place("offset");
        if (!place.matches("\\d{1,9}:\\d{1,18}")) {
            throw BackbeatException.withHint(
                    ErrorCode.USAGE, "this is no place in a log", "write `/api/raw/{input}/{offset}` with two numbers");
        }
        return place;
    }

    private static ExecutionList.Filter filter(Asked asked) {
        String status = asked.text("status")
                .map(said -> said.toLowerCase(Locale.ROOT).replace('-', '_'))
                .orElse(null);
        if (status != null && !ExecutionList.STATUSES.contains(status)) {
            throw BackbeatException.withHint(
                    ErrorCode.USAGE,
                    "there is no such status",
                    "the statuses are " + String.join(", ", ExecutionList.STATUSES));
        }
        String outcome = asked.text("handler_outcome").orElse(null);
        if (outcome != null && !ExecutionList.HANDLER_OUTCOMES.contains(outcome)) {
            throw BackbeatException.withHint(
                    ErrorCode.USAGE, "handlers do not end so", "the outcomes of handlers are " + OUTCOMES);
        }
        HandlerKey handler = new HandlerKey(
                asked.text("handler_plugin").orElse(""),
                asked.text("handler_sequence").orElse(""),
                asked.text("handler_name").orElse(""));
        ExecutionSet which = new ExecutionSet(
                null,
                null,
                null,
                status,
                handler.equals(new HandlerKey("", "", "")) ? null : handler,
                outcome,
                asked.executions("like"));
        return new ExecutionList.Filter(
                which,
                asked.scope(),
                asked.number("offset", 0, MOST_OFFSET),
                asked.number("limit", 1, MOST_ROWS),
                order(asked));
    }

    private static ExecutionList.Order order(Asked asked) {
        String said = asked.text("order").orElse("oldest").toUpperCase(Locale.ROOT);
        return Stream.of(ExecutionList.Order.values())
                .filter(order -> order.name().equals(said))
                .findFirst()
                .orElseThrow(() -> BackbeatException.withHint(
                        ErrorCode.USAGE, "there is no such order", "the orders are oldest, newest and slowest"));
    }

    /// The rows of tables that were asked for; their totals stay.
    private static List<Exhibit> paged(List<Exhibit> exhibits, Asked asked) {
        int offset = asked.number("offset", 0, MOST_OFFSET);
        int limit = asked.number("limit", 1, MOST_ROWS);
        return exhibits.stream()
                .map(exhibit -> exhibit instanceof Exhibit.Table table ? page(table, offset, limit) : exhibit)
                .toList();
    }

    private static Exhibit page(Exhibit.Table table, int offset, int limit) {
        int from = Math.min(offset, table.rows().size());
        int to = (int) Math.min((long) from + limit, table.rows().size());
        return new Exhibit.Table(
                table.title(), table.columns(), table.rows().subList(from, to), table.total(), table.whenEmpty());
    }

    @SafeVarargs
    private static List<Parameter> joined(List<Parameter>... lists) {
        return Stream.of(lists).flatMap(List::stream).toList();
    }

    private Endpoint question(
            String path, String summary, List<Parameter> parameters, String id, Function<Asked, List<Exhibit>> ask) {
        return Endpoint.question(
                path,
                summary,
                parameters,
                new Stored(answers, asked -> written(Answer.of(id, summary, ask.apply(asked)))));
    }

    private Reply written(Answer answer) {
        StringWriter text = new StringWriter();
        try {
            json.write(answer, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Reply.json(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
