package dev.backbeat.code.catalog.conductor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.code.CodeProblem;
import dev.backbeat.code.CodeProblem.Kind;
import dev.backbeat.code.Folder;
import dev.backbeat.code.catalog.DocumentedSequence;
import dev.backbeat.code.catalog.DocumentedSequence.Beat;
import dev.backbeat.code.catalog.DocumentedSequence.ModuleName;
import dev.backbeat.code.catalog.DocumentedSequence.TestName;
import dev.backbeat.code.catalog.Documents;
import dev.backbeat.code.catalog.PluginEntry;
import dev.backbeat.code.catalog.Route;
import dev.backbeat.code.index.CodeIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConductorDocumentsTest {

    private static final String ONE_BEAT = "\"movements\": [{\"beats\": [{\"event\": \"e\", \"handler\": \"h\"}]}]";

    @TempDir
    Path temp;

    private Folder folder;

    @BeforeEach
    void make() throws IOException {
        folder = new Folder(Files.createDirectory(temp.resolve("checkout")));
    }

    @Test
    void readsAllThatASequenceSays() {
        folder.file("json-sequences/cart/add.json", """
                {
                  "pluginId": "CartPlugin", "id": "cart-add", "name": "Cart Add",
                  "movements": [
                    {"id": "m1", "name": "First", "beats": [
                      {"beat": 1, "event": "cart:add", "title": "Add", "handler": "add", "timing": "immediate",
                       "kind": "pure", "testFile": "test\\\\add.test.js", "testCase": "adds"},
                      {"beat": 2, "event": "cart:save", "handler": {"name": "save", "kind": "io"}, "optional": true,
                       "parallel": true, "tests": [{"file": "a.test.js", "title": "saves"}, {"title": "no file"}]}
                    ]},
                    {"id": "m2", "name": "Second", "beats": []}
                  ]
                }
                """);
        DocumentedSequence sequence = documents().sequences().getFirst();

        assertThat(sequence.id()).isEqualTo("cart-add");
        assertThat(sequence.name()).isEqualTo("Cart Add");
        assertThat(sequence.plugin()).isEqualTo("CartPlugin");
        assertThat(sequence.movements()).hasSize(2);
        assertThat(sequence.movements().getLast().line()).isEqualTo(10);
        assertThat(sequence.beats())
                .containsExactly(
                        new Beat(
                                1,
                                "cart:add",
                                "Add",
                                "add",
                                "immediate",
                                "pure",
                                false,
                                "",
                                List.of(new TestName("test/add.test.js", "adds")),
                                5),
                        new Beat(
                                2,
                                "cart:save",
                                "",
                                "save",
                                "",
                                "io",
                                true,
                                "parallel",
                                List.of(new TestName("a.test.js", "saves")),
                                7));
    }

    @Test
    void beatsMayLackEverythingAndNumbersMayBeAnything() {
        folder.file("json-sequences/a.json", """
                {"id": "a", "movements": [{"beats": [{}, {"beat": "7"}, {"beat": 1.5}, {"beat": -1}, {"beat": "one"},
                  {"beat": 99999999999}, {"beat": null}, {"beat": {}}, {"number": 4}, "text", 3, null, [],
                  {"handler": 5}, {"handler": null}, {"handler": ["x"]}, {"handlerName": "y"}]},
                  "text", null, {"beats": "none"}, {"beats": {}}]}
                """);
        DocumentedSequence sequence = documents().sequences().getFirst();

        assertThat(sequence.name()).isEqualTo("a");
        assertThat(sequence.plugin()).isNull();
        assertThat(sequence.movements()).hasSize(5);
        assertThat(sequence.beats())
                .extracting(Beat::number)
                .containsExactly(-1, 7, -1, -1, -1, -1, -1, -1, 4, -1, -1, -1, -1);
        assertThat(sequence.beats().subList(9, 13)).extracting(Beat::handler).containsExactly("5", "", "", "y");
    }

    @Test
    void indexesTieSequencesToModules() {
        folder.file("json-sequences/cart/add.json", "{\"id\": \"add\", \"name\": \"Add\", " + ONE_BEAT + "}")
                .file("json-sequences/cart/index.json", """
                        {"sequences": [
                          {"file": "add.json", "handlersPath": "@acme/cart"},
                          {"file": "./add.json", "handlersPath": "./other"},
                          {"file": "gone.json", "handlersPath": "x"},
                          {"file": "index.json"},
                          {"handlersPath": "no file"}, "text", null, 7
                        ]}
                        """)
                .file("catalog/all.json", """
                        {"sequences": [{"file": "..\\\\json-sequences\\\\cart\\\\add.json", "handlersPath": "third"},
                          {"file": "all.json", "handlersPath": "itself"}]}
                        """);
        Documents documents = documents();

        assertThat(documents.sequences()).hasSize(1);
        assertThat(documents.sequences().getFirst().modules())
                .containsExactly(
                        new ModuleName("third", "catalog/all.json", 1),
                        new ModuleName("@acme/cart", "json-sequences/cart/index.json", 2),
                        new ModuleName("./other", "json-sequences/cart/index.json", 3));
        assertThat(documents.problems())
                .containsExactly(new CodeProblem(
                        Kind.MISSING_FILE,
                        "json-sequences/cart/index.json",
                        4,
                        "the index names `gone.json`, which is not there"));
    }

    @Test
    void saysWhatASequenceLacks() {
        folder.file("json-sequences/empty.json", "{\"id\": \"a\", \"name\": \"A\", \"movements\": []}")
                .file("json-sequences/text.json", "{\"id\": \"b\", \"name\": \"B\", \"movements\": \"none\"}")
                .file("json-sequences/nameless.json", "{\"id\": \"c\", " + ONE_BEAT + "}")
                .file("json-sequences/anonymous.json", "{\"id\": \"\", \"name\": \" \", " + ONE_BEAT + "}")
                .file("json-sequences/listed.json", "{\"id\": \"d\"}")
                .file("json-sequences/index.json", "{\"sequences\": [{\"file\": \"listed.json\"}]}")
                .file("elsewhere/x.json", "{" + ONE_BEAT + "}");
        Documents documents = documents();

        assertThat(documents.problems())
                .extracting(problem -> problem.kind() + " " + problem.path() + " " + problem.message())
                .containsExactly(
                        "NO_NAME json-sequences/anonymous.json the sequence has no `name`",
                        "NO_NAME json-sequences/anonymous.json the sequence has no `id`",
                        "NO_MOVEMENTS json-sequences/empty.json the sequence has no `movements`",
                        "NO_MOVEMENTS json-sequences/listed.json the sequence has no `movements`",
                        "NO_NAME json-sequences/nameless.json the sequence has no `name`",
                        "NO_MOVEMENTS json-sequences/text.json the sequence has no `movements`");
        assertThat(documents.sequences()).extracting(DocumentedSequence::id).containsExactly("c");
    }

    @Test
    void sequencesMayLieAnywhere() {
        folder.file("docs/flow.json", "{\"id\": \"flow\", \"title\": \"Flow\", " + ONE_BEAT + "}")
                .file("docs/data.json", "{\"movements\": [1, 2]}");

        assertThat(documents().sequences()).extracting(DocumentedSequence::name).containsExactly("Flow");
        assertThat(documents().problems()).isEmpty();
    }

    @Test
    void documentsOfOneSequenceContradictEachOtherOnlyWhereTheirBeatsDiffer() {
        folder.file("json-sequences/a.json", "{\"id\": \"s\", \"name\": \"S\", " + ONE_BEAT + "}")
                .file("json-sequences/b.json", "{\"id\": \"s\", \"name\": \"Other\", " + ONE_BEAT + "}");
        assertThat(documents().problems()).isEmpty();

        folder.file(
                "json-sequences/c.json",
                "{\"id\": \"s\", \"name\": \"S\",\n" + ONE_BEAT.replace("\"h\"", "\"i\"") + "}");
        assertThat(documents().sequences("s")).hasSize(3);
        assertThat(documents().problems())
                .containsExactly(new CodeProblem(
                        Kind.CONTRADICTING_SEQUENCES,
                        "json-sequences/c.json",
                        1,
                        "sequence `s` has other beats than in `json-sequences/a.json`"));
    }

    @Test
    void invalidDocumentsAreSaidSoWithTheirLine() {
        folder.file("json-sequences/broken.json", "{\n\"id\": }")
                .file("json-sequences/empty.json", "")
                .file("json-sequences/deep.json", "[".repeat(5000))
                .file("topics-manifest.json", "{oops")
                .file("notes.json", "{oops")
                .file(
                        "json-sequences/utf16.json",
                        ("{\"id\": \"wide\", " + ONE_BEAT + "}").getBytes(StandardCharsets.UTF_16));
        CodeIndex index = folder.index(new ConductorDocuments());

        assertThat(index.documents().sequences())
                .extracting(DocumentedSequence::id)
                .containsExactly("wide");
        assertThat(index.problems())
                .filteredOn(problem -> problem.kind() == Kind.INVALID_JSON)
                .extracting(problem -> problem.path() + ":" + problem.line())
                .containsExactly(
                        "json-sequences/broken.json:2",
                        "json-sequences/deep.json:0",
                        "json-sequences/empty.json:1",
                        "topics-manifest.json:1");
    }

    @Test
    void readsManifests() {
        folder.file("topics-manifest.json", """
                        {"topics": {
                          "cart.added": {"routes": [{"pluginId": "P", "sequenceId": "s"}, {"sequenceId": "t"}]},
                          "lonely": {"routes": []},
                          "odd": "text", "none": null
                        }}
                        """)
                .file("config/interaction-manifest.json", """
                        {"routes": {"cart.click": {"pluginId": "P", "sequenceId": "s"}, "odd": 7}}
                        """)
                .file("plugin-manifest.json", """
                        {"plugins": [
                          {"id": "P", "ui": {"module": "@acme/ui", "export": "Ui"}, "runtime": {"module": "/plugins/p.js"}},
                          {"id": "Q", "runtime": {"export": "x"}}, {"ui": {"module": "nobody"}}, "text"
                        ]}
                        """);
        Documents documents = documents();

        assertThat(documents.routes())
                .containsExactly(
                        new Route(
                                Route.Kind.INTERACTION, "cart.click", "P", "s", "config/interaction-manifest.json", 1),
                        new Route(Route.Kind.INTERACTION, "odd", "", "", "config/interaction-manifest.json", 1),
                        new Route(Route.Kind.TOPIC, "cart.added", "P", "s", "topics-manifest.json", 2),
                        new Route(Route.Kind.TOPIC, "cart.added", "", "t", "topics-manifest.json", 2),
                        new Route(Route.Kind.TOPIC, "lonely", "", "", "topics-manifest.json", 3),
                        new Route(Route.Kind.TOPIC, "odd", "", "", "topics-manifest.json", 4),
                        new Route(Route.Kind.TOPIC, "none", "", "", "topics-manifest.json", 4));
        assertThat(documents.plugins())
                .containsExactly(
                        new PluginEntry("P", "ui", "@acme/ui", "Ui", "plugin-manifest.json", 2),
                        new PluginEntry("P", "runtime", "/plugins/p.js", "", "plugin-manifest.json", 2));
        assertThat(documents.problems()).isEmpty();
    }

    @Test
    void indexesThatNameEachOtherComeToAnEnd() {
        folder.file("json-sequences/a/index.json", "{\"sequences\": [{\"file\": \"../b/index.json\"}]}")
                .file("json-sequences/b/index.json", "{\"sequences\": [{\"file\": \"../a/index.json\"}]}");

        assertThat(documents()).isEqualTo(new Documents(List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void documentsOfInstalledPackagesCountWithTheModulesTheyName() {
        folder.file("node_modules/@acme/flows/json-sequences/s.json", "{\"id\": \"s\", " + ONE_BEAT + "}")
                .file(
                        "node_modules/@acme/flows/json-sequences/index.json",
                        "{\"sequences\": [{\"file\": \"s.json\", \"handlersPath\": \"@acme/handlers\"}]}")
                .file("node_modules/@acme/flows/index.js", "export function h() {}")
                .file("node_modules/@acme/handlers/h.js", "export function h() {}")
                .file("node_modules/unrelated/index.js", "export function h() {}")
                .file("plugin-manifest.json", "{\"plugins\": [{\"id\": \"P\", \"ui\": {\"module\": \"@acme/ui/x\"}}]}")
                .file("node_modules/@acme/ui/x.js", "export function h() {}");
        CodeIndex index = folder.index(new ConductorDocuments());

        assertThat(index.documents().sequences("s")).hasSize(1);
        assertThat(index.files().keySet())
                .containsExactly(
                        "node_modules/@acme/flows/index.js",
                        "node_modules/@acme/handlers/h.js",
                        "node_modules/@acme/ui/x.js");
    }

    private Documents documents() {
        return folder.index(new ConductorDocuments()).documents();
    }
}
