package dev.backbeat.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.backbeat.model.Answer;
import dev.backbeat.model.Cell;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.ExecutionSet;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Exhibit.Document.Block;
import dev.backbeat.model.Finding;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Lanes;
import dev.backbeat.model.Numbers;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Place;
import dev.backbeat.model.Reference;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.Severity;
import dev.backbeat.model.Time;
import dev.backbeat.output.AnswerJson;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The published schema of answers is that of the model, and answers of every kind are valid by it.
class AnswerSchemaTest {

    private static final String TEXT = Tree.text(Path.of("docs/reference/answer.schema.json"));
    private static final JsonNode DEFINED =
            JsonMapper.builder().build().readTree(TEXT).get("$defs");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT, InputFormat.JSON);

    /// Written as text, or as part of another.
    private static final Set<Class<?>> TEXTS = Set.of(ExecutionId.class, SessionId.class, Finding.Subject.class);

    /// Findings are written flat, with what they are about among their properties.
    private static final List<String> OF_FINDINGS = List.of(
            "rule",
            "severity",
            "sentence",
            "message",
            "count",
            "sequence",
            "beat",
            "handler",
            "file",
            "line",
            "executions",
            "executionsOf",
            "evidence",
            "hint");

    @Test
    void everyRecordIsDefinedWithItsComponents() {
        TreeMap<String, Class<?>> records = new TreeMap<>();
        collect(Exhibit.class, records);
        assertThat(records).hasSizeGreaterThan(30);
        records.forEach((name, record) -> {
            JsonNode defined = DEFINED.get(name);
            assertThat(defined).as("the definition `%s` of %s", name, record).isNotNull();
            List<String> expected = Stream.concat(
                            isKind(record) ? Stream.of("kind") : Stream.empty(),
                            Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName))
                    .toList();
            if (record == Finding.class) {
                assertThat(defined.get("properties").propertyNames()).containsExactlyElementsOf(OF_FINDINGS);
                return;
            }
            assertThat(defined.get("properties").propertyNames()).as(name).containsExactlyElementsOf(expected);
            assertThat(defined.get("required").valueStream().map(JsonNode::asString))
                    .as(name)
                    .containsExactlyElementsOf(expected);
            assertThat(defined.get("additionalProperties").asBoolean()).as(name).isFalse();
        });
        List<String> unions = List.of("exhibit", "block", "value", "reference");
        assertThat(DEFINED.propertyNames().stream().filter(name -> !unions.contains(name)))
                .as("definitions")
                .containsExactlyInAnyOrderElementsOf(records.keySet());
        assertThat(DEFINED.at("/value/oneOf")).hasSize(Cell.Value.class.getPermittedSubclasses().length);
        assertThat(DEFINED.at("/reference/oneOf")).hasSize(Reference.class.getPermittedSubclasses().length);
        assertThat(DEFINED.at("/exhibit/oneOf")).hasSize(Exhibit.class.getPermittedSubclasses().length);
        assertThat(DEFINED.at("/block/oneOf")).hasSize(Block.class.getPermittedSubclasses().length);
    }

    @Test
    void answersOfEveryKindAreValid() throws IOException {
        String json = json(everyKind());
        for (String name : DEFINED.propertyNames()) {
            JsonNode kind = DEFINED.at("/" + name + "/properties/kind/const");
            if (!kind.isMissingNode()) {
                assertThat(json).as("the answer holds a " + name).contains("\"kind\" : \"" + kind.asString() + "\"");
            }
        }
        assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
    }

    @Test
    void whatIsNoAnswerIsNotValid() throws IOException {
        String json = json(everyKind());
        for (String wrong : List.of(
                json.replace("\"schema\" : 1", "\"schema\" : 2"),
                json.replace("\"kind\" : \"spark\"", "\"kind\" : \"sparks\""),
                json.replaceFirst("\"total\"", "\"sum\""),
                json.replaceFirst("\"severity\" : \"error\"", "\"severity\" : \"ERROR\""))) {
            assertThat(wrong).isNotEqualTo(json);
            List<Error> errors = SCHEMA.validate(wrong, InputFormat.JSON);
            assertThat(errors).isNotEmpty();
        }
    }

    private static String json(Answer answer) throws IOException {
        StringWriter text = new StringWriter();
        AnswerJson.forPrograms().write(answer, text);
        return text.toString();
    }

    private static boolean isKind(Class<?> record) {
        return Arrays.stream(record.getInterfaces()).anyMatch(Class::isSealed);
    }

    /// All records that are reached from a type, by the names of their definitions.
    private static void collect(Type type, TreeMap<String, Class<?>> records) {
        if (type instanceof ParameterizedType list) {
            collect(list.getActualTypeArguments()[0], records);
        } else if (type instanceof Class<?> plain && plain.isSealed()) {
            Arrays.stream(plain.getPermittedSubclasses()).forEach(kind -> collect(kind, records));
        } else if (type instanceof Class<?> plain && plain.isRecord() && !TEXTS.contains(plain)) {
            String name = plain.getSimpleName();
            if (records.put(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), plain) == null) {
                Arrays.stream(plain.getRecordComponents())
                        .forEach(component -> collect(component.getGenericType(), records));
            }
        }
    }

    private static Answer everyKind() {
        Place place = new Place(new Origin(1, 20), "a.log", 3);
        List<Reference> references = List.of(
                new Reference.ToHandler(new HandlerKey("p", "s", "h")),
                new Reference.ToExecution(new ExecutionId(-1)),
                new Reference.ToExecutions(ExecutionSet.ofHandler(new HandlerKey("s", "s", "s"))
                        .inBuild("s")
                        .ended("completed")
                        .whereItEnded("failed")),
                new Reference.ToSession(new SessionId(1)),
                new Reference.ToInput(7),
                new Reference.ToPlace(place),
                new Reference.ToSequence("s"),
                new Reference.ToCode(new CodePlace("shop", "a.ts", 1, 2, "ab".repeat(20))));
        List<List<Cell>> rows = Stream.of(
                        new Cell(new Cell.Value.Text("x"), references),
                        Cell.code(new CodePlace("shop", "a.ts", 1, 2, null)),
                        Cell.count(-9_007_199_254_740_993L),
                        Cell.bytes(2),
                        Cell.duration(3),
                        Cell.instant(1_795_379_530_499_999_999L),
                        Cell.share(1, 4),
                        Cell.change(4, 1),
                        Cell.spark(List.of(1L, Time.UNKNOWN)),
                        Cell.unknown())
                .map(List::of)
                .toList();
        Finding.Subject subject = new Finding.Subject(
                "s", "2 e", new HandlerKey("p", "s", "h"), new CodePlace("shop", "a.ts", 1, 2, null), 3, 40);
        Finding finding = new Finding("EXEC001", Severity.ERROR, "it failed", 2, references, "", subject);
        return Answer.of(
                "every-kind",
                "what?",
                List.of(
                        new Exhibit.Summary("", List.of(new Exhibit.Summary.Fact("n", Cell.count(1)))),
                        Exhibit.Table.of("t", List.of(Exhibit.Column.line("x").noted("y")), rows, "none"),
                        new Exhibit.Findings("f", List.of(finding), List.of(new Exhibit.Findings.Checked("E", 9)), ""),
                        new Exhibit.Matrix(
                                "m",
                                List.of(Cell.code("r")),
                                List.of(Cell.instant(1), Cell.instant(2)),
                                List.of(5L, Time.UNKNOWN),
                                Exhibit.Matrix.Quantity.DURATION,
                                ""),
                        new Exhibit.Timeline(
                                "l",
                                List.of(new Exhibit.Timeline.Track(
                                        Cell.code("e"),
                                        List.of(new Exhibit.Summary.Fact("n", Cell.count(1))),
                                        List.of(new Exhibit.Timeline.Step(
                                                Cell.code("b"), 1, Time.UNKNOWN, List.of())))),
                                1,
                                ""),
                        new Lanes(
                                "l",
                                1_795_379_530_499_999_999L,
                                1_795_379_531_499_999_999L,
                                List.of(new Lanes.Lane(Cell.code("l"), -1, Lanes.LaneKind.EXECUTION, 2, "l")),
                                List.of(Cell.code("l")),
                                List.of(new Lanes.Run("ffffffffffffffff", 1, Cell.text("l"))),
                                new Lanes.Bars(
                                        Numbers.of(0, 0),
                                        Numbers.of(0, 1),
                                        Numbers.of(2, 3),
                                        Numbers.of(0, 0),
                                        Numbers.of(0, 200),
                                        Numbers.of(500_000_000, -1),
                                        Numbers.of(1, 2),
                                        Numbers.of(500_000_000, 0),
                                        Numbers.of(2, 33),
                                        Numbers.of(-1, 0),
                                        Numbers.of(0, -1),
                                        Numbers.of(20, -1)),
                                new Lanes.Marks(
                                        Numbers.of(0),
                                        Numbers.of(0),
                                        Numbers.of(0),
                                        Numbers.of(7),
                                        Numbers.of(1),
                                        Numbers.of(0),
                                        Numbers.of(-1)),
                                new Lanes.Links(Numbers.of(0), Numbers.of(1), Numbers.of(0)),
                                3,
                                "l"),
                        new dev.backbeat.model.Tree(
                                "l",
                                Exhibit.Matrix.Quantity.DURATION,
                                List.of(Cell.code("l"), Cell.text("all")),
                                new dev.backbeat.model.Tree.Nodes(
                                        Numbers.of(-1, 0),
                                        Numbers.of(1, 0),
                                        List.of("all", "handler"),
                                        Numbers.of(5, 5),
                                        Numbers.of(0, 5),
                                        Numbers.of(1, 2),
                                        Numbers.of(0, 0)),
                                "l"),
                        new Exhibit.Graph(
                                "g",
                                List.of(new Exhibit.Graph.Node(Cell.code("b"), 2)),
                                List.of(new Exhibit.Graph.Edge(0, 0, 1)),
                                ""),
                        new Exhibit.Coverage(
                                "c",
                                List.of(new Exhibit.Coverage.Source(
                                        "a.ts", List.of(new Exhibit.Coverage.Function(Cell.code("f"), 1, 2, 3)))),
                                ""),
                        new Exhibit.Document(
                                "d",
                                List.of(
                                        new Block.Paragraph("words"),
                                        new Block.Listing("log", "a.log:1", 1, 0, List.of("line"))))));
    }
}
