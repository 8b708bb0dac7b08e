package dev.backbeat.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backbeat.mapping.Telemetry.Run;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.store.CodeFacts;
import dev.backbeat.store.Store;
import dev.backbeat.store.duckdb.DuckDbStore;
import dev.backbeat.store.duckdb.OpenMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreMapperTest {

    @TempDir
    Path temp;

    private Store store;
    private Telemetry telemetry;
    private Shop shop;

    @BeforeEach
    void make() throws IOException {
        store = DuckDbStore.open(temp.resolve("store"), OpenMode.READ_WRITE);
        telemetry = new Telemetry(store);
        shop = new Shop(Files.createDirectory(temp.resolve("shop")));
        shop.sequence("CartPlugin", "cart-add", "cart:add>add", "cart:save>save")
                .carriedOut("index", "CartPlugin", "cart-add>cart.js")
                .file("cart.js", "export function add() {}", "export function save() {}");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void tiesEveryBeatRunToItsLine() {
        telemetry.session(
                "v1",
                null,
                Run.of("cart-add", "cart:add", 1, "CartPlugin/add"),
                Run.of("cart-add", "cart:save", 2),
                Run.of("cart-add", "cart:unknown", 3),
                Run.of("other", "o", 1, "P/gone"));
        CodeFacts facts = map();

        assertThat(lines())
                .containsExactly(
                        "cart-add 1 CartPlugin/add document cart.js:1",
                        "cart-add 2 CartPlugin/save document cart.js:2",
                        "cart-add 3 - - neither a document nor the log names its handler",
                        "other 1 P/gone log no function of this name is in the checkout");
        assertThat(facts.checkouts()).hasSize(1);
        CodeFacts.Checkout checkout = facts.checkouts().getFirst();
        assertThat(checkout.root()).isEqualTo(shop.root().toString());
        assertThat(checkout.files()).isEqualTo(1);
        assertThat(checkout.functions()).isEqualTo(2);
        assertThat(checkout.sequences()).isEqualTo(1);
        assertThat(checkout.reason())
                .isEqualTo("work tree, may differ from the build; the folder is no git repository");
        assertThat(facts.documentedBeats())
                .extracting(beat -> beat.position() + " " + beat.event() + " " + beat.handler() + " " + beat.module())
                .containsExactly("0 cart:add add cart.js", "1 cart:save save cart.js");
    }

    @Test
    void whatManifestsAndCallsSayOfTopicsIsKept() {
        shop.file(
                        "topics-manifest.json",
                        "{\"topics\": {",
                        "\"cart.changed\": {\"routes\": [{\"pluginId\": \"CartPlugin\", \"sequenceId\": \"cart-add\"},",
                        "{\"pluginId\": \"CartPlugin\", \"sequenceId\": \"cart-add\"}]},",
                        "\"cart.seen\": {\"routes\": []}}}")
                .file("topics.js", "export const TOPICS = { CHANGED: \"cart.changed\", SEEN: other }")
                .file(
                        "host.js",
                        "import { TOPICS } from \"./topics.js\"",
                        "subscribe(TOPICS.CHANGED)",
                        "export function seen() { publish(TOPICS.SEEN) }",
                        "export function again() { publish(\"cart.*\"); play(\"cart-add\") }")
                .file("test/host.js", "subscribe(\"cart.changed\")");
        telemetry.session("v1", null, Run.of("cart-add", "cart:add", 1));
        map();

        assertThat(store.rows(
                        "SELECT * FROM documented_routes ORDER BY line",
                        row -> row.textAt("kind").orElse("") + " "
                                + row.textAt("name").orElse("") + " "
                                + row.textAt("plugin").orElse("-") + " "
                                + row.textAt("sequence_id").orElse("-") + " "
                                + row.textAt("path").orElse("") + ":" + row.intAt("line")))
                .containsExactly(
                        "topic cart.changed CartPlugin cart-add topics-manifest.json:2",
                        "topic cart.changed CartPlugin cart-add topics-manifest.json:3",
                        "topic cart.seen - - topics-manifest.json:4");
        assertThat(store.rows(
                        "SELECT * FROM topic_uses ORDER BY path, line, kind DESC",
                        row -> row.textAt("kind").orElse("") + " "
                                + row.textAt("topic").orElse("-") + " "
                                + row.textAt("topic_name").orElse("-") + " "
                                + row.textAt("function").orElse("") + " "
                                + row.textAt("path").orElse("") + ":" + row.intAt("line")))
                .containsExactly(
                        "subscribe cart.changed TOPICS.CHANGED  host.js:2",
                        "publish - TOPICS.SEEN seen host.js:3",
                        "publish cart.* - again host.js:4",
                        "play cart-add - again host.js:4");
    }

    @Test
    void everyBuildIsMappedAtItsOwnCommit() {
        String first = shop.commit("v1");
        shop.file("cart.js", "", "", "export function add() {}", "export function save() {}");
        String second = shop.commit("");
        shop.file("cart.js", "", "export function add() {}", "export function save() {}");
        Run add = Run.of("cart-add", "cart:add", 1, "CartPlugin/add");
        telemetry.session("v1", null, add);
        telemetry.session("two", second.substring(0, 12), add);
        telemetry.session(second.substring(0, 8), null, add);
        telemetry.session("v2-3-g" + first.substring(0, 9), null, add);
        telemetry.session("three", "0".repeat(40), add);
        telemetry.session(null, "main", add);
        telemetry.session("main", null, add);
        telemetry.session(null, null, add);
        CodeFacts facts = map();

        assertThat(facts.checkouts())
                .extracting(row -> row.build() + " " + shortened(row.treeCommit()) + " " + row.reason())
                .containsExactly(
                        "v1 " + shortened(first) + " the tag `v1`",
                        "two " + shortened(second) + " the build's commit",
                        second.substring(0, 8) + " " + shortened(second) + " the commit that the build is named after",
                        "v2-3-g" + first.substring(0, 9) + " " + shortened(first)
                                + " the commit that the build is named after",
                        "three - work tree, may differ from the build; commit `" + "0".repeat(40)
                                + "` is not in the repository",
                        "null - work tree, may differ from the build; commit `main` is not in the repository",
                        "main - work tree, may differ from the build; no commit of the build is known",
                        "null - work tree, may differ from the build; no commit of the build is known");
        assertThat(facts.mappings())
                .filteredOn(mapping -> mapping.handler().equals("add"))
                .extracting(CodeFacts.Mapping::line)
                .containsExactly(1, 3, 3, 1, 2, 2, 2, 2);
        assertThat(facts.mappings().getFirst().treeCommit()).isEqualTo(first);
        assertThat(facts.mappings().getLast().treeCommit()).isNull();
        assertThat(lines()).hasSize(8).allMatch(line -> line.contains("CartPlugin/add document cart.js:"));
    }

    @Test
    void mappingAgainReplacesAndSaysTheSame() {
        telemetry.session("v1", null, Run.of("cart-add", "cart:add", 1, "CartPlugin/add"));
        CodeFacts first = map();
        assertThat(map()).isEqualTo(first);
        assertThat(count("mappings")).isEqualTo(1);

        shop.file("cart.js", "", "", "export function add() {}");
        assertThat(map()).isNotEqualTo(first);
        assertThat(lines()).containsExactly("cart-add 1 CartPlugin/add document cart.js:3");
    }

    @Test
    void severalCheckoutsAreReadAndOneFolderOnlyOnce() throws IOException {
        Shop other = new Shop(temp.resolve("other"));
        other.file("package.json", "{\"name\": \"@acme/stock\"}").file("index.js", "", "export function reserve() {}");
        shop.sequence("", "reserve", "stock:reserve>reserve").carriedOut("more", "", "reserve>@acme/stock");
        telemetry.session("v1", null, Run.of("reserve", "stock:reserve", 1));
        Path link = Files.createSymbolicLink(temp.resolve("link"), shop.root());
        CodeFacts facts = map(shop.root(), other.root(), link, shop.root().resolve("../shop"));

        assertThat(facts.checkouts()).extracting(CodeFacts.Checkout::checkout).containsExactly("shop", "other");
        assertThat(lines()).containsExactly("reserve 1 /reserve document index.js:2");
        assertThat(facts.mappings().getFirst().checkout()).isEqualTo("other");
    }

    @Test
    void aSequenceThatTheLogKnowsByNameOnlyIsTheDocumentedOne() {
        shop.file(
                "json-sequences/CartPluginNamed.json",
                "{\"id\": \"named\", \"name\": \"Named Flow\", \"pluginId\": \"N\", \"movements\": [{\"beats\": ["
                        + "{\"event\": \"n\", \"handler\": \"add\"}]}]}");
        shop.carriedOut("named", "CartPlugin", "Named>cart.js");
        telemetry.session("v1", null, Run.of("Named Flow", "n", 1));
        CodeFacts facts = map();

        assertThat(facts.beatHandlers())
                .extracting(CodeFacts.BeatHandler::sequenceId)
                .containsExactly("named");
        assertThat(lines()).containsExactly("Named Flow 1 N/add document cart.js:1");
    }

    @Test
    void theLogMayNameThePluginOtherwiseAndSubscribersOfOtherSequencesAreNotTheBeatsOwn() {
        telemetry.session(
                "v1",
                null,
                Run.of("cart-add", "cart:add", 1, "Runner/add@cart-add", "Stock/save@stock"),
                Run.of("undocumented", "u", 1, "P/one", "P/two"),
                Run.of("undocumented", "v", 2, "P/one", "one"),
                Run.of("undocumented", null, 3, "P/three"));
        CodeFacts facts = map();

        assertThat(facts.beatHandlers())
                .extracting(row -> row.event() + " " + row.plugin() + "/" + row.handler() + " " + row.source())
                .containsExactlyInAnyOrder("cart:add Runner/add document", "v P/one log", " P/three log");
        assertThat(facts.mappings())
                .extracting(row -> row.plugin() + "/" + row.sequenceId() + "/" + row.handler())
                .contains("Runner/cart-add/add", "Stock/stock/save", "P/undocumented/two", "/undocumented/one");
        assertThat(facts.mappings()).doesNotHaveDuplicates();
    }

    @Test
    void problemsAreSaidOnceForEachVersion() {
        shop.file("json-sequences/broken.json", "{");
        telemetry.session("v1", null);
        telemetry.session("v2", null);
        CodeFacts facts = map();

        assertThat(facts.checkouts()).hasSize(2);
        assertThat(facts.problems())
                .containsExactly(new CodeFacts.Problem(
                        "shop",
                        null,
                        "invalid_json",
                        "json-sequences/broken.json",
                        1,
                        facts.problems().getFirst().message()));
    }

    @Test
    void oneDamagedCommitDoesNotTakeTheOtherBuildsWithIt() throws IOException {
        String first = shop.commit("v1");
        shop.file("cart.js", "", "export function add() {}");
        String second = shop.commit("v2");
        try (Stream<Path> objects = Files.walk(shop.root().resolve(".git/objects"))) {
            String tree = treeOf(first);
            Path damaged = objects.filter(
                            path -> path.toString().endsWith(tree.substring(0, 2) + "/" + tree.substring(2)))
                    .findFirst()
                    .orElseThrow();
            Files.delete(damaged);
        }
        Run add = Run.of("cart-add", "cart:add", 1, "CartPlugin/add");
        telemetry.session("v1", null, add);
        telemetry.session("v2", second, add);
        CodeFacts facts = map();

        assertThat(facts.checkouts().getFirst().treeCommit()).isNull();
        assertThat(facts.checkouts().getFirst().reason()).startsWith("work tree, may differ from the build; commit");
        assertThat(facts.checkouts().getLast().treeCommit()).isEqualTo(second);
        assertThat(lines()).hasSize(2);
    }

    @Test
    void aStoreOrAListWithoutAnythingGivesNothing() {
        assertThat(map())
                .isEqualTo(new CodeFacts(
                        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                        List.of(), List.of()));
        telemetry.session("v1", null, Run.of("cart-add", "cart:add", 1, "CartPlugin/add"));
        CodeFacts facts = map(new Path[0]);

        assertThat(facts.checkouts()).isEmpty();
        assertThat(facts.mappings()).hasSize(1);
    }

    @Test
    void aFolderThatIsNotThereIsSaidSoAndNothingIsLost() {
        telemetry.session("v1", null, Run.of("cart-add", "cart:add", 1, "CartPlugin/add"));
        map();

        assertThatThrownBy(() -> map(shop.root(), temp.resolve("missing")))
                .isInstanceOfSatisfying(BackbeatException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.INPUT);
                    assertThat(e).hasMessageContaining("missing");
                });
        assertThat(count("mappings")).isEqualTo(1);
    }

    private String treeOf(String commit) throws IOException {
        try (var git = Git.open(shop.root().toFile())) {
            return git.getRepository()
                    .parseCommit(ObjectId.fromString(commit))
                    .getTree()
                    .name();
        }
    }

    private CodeFacts map() {
        return map(shop.root());
    }

    private CodeFacts map(Path... checkouts) {
        return new StoreMapper(Shop.indexer(temp.resolve("cache"))).map(store, List.of(checkouts));
    }

    private static String shortened(@Nullable String commit) {
        return commit == null ? "-" : commit.substring(0, 10);
    }

    private long count(String view) {
        return store.rows("SELECT count(*) AS n FROM " + view, row -> row.longAt("n"))
                .getFirst();
    }

    /// Every beat run with its handler, who names it, and its line or why it has none.
    private List<String> lines() {
        return store.rows(
                "SELECT sequence, number, plugin, handler, handler_source, path, line, reason FROM beat_run_code"
                        + " ORDER BY session_id, execution_id",
                row -> row.textAt("sequence").orElse("") + " " + row.intAt("number") + " "
                        + row.textAt("handler")
                                .map(handler -> row.textAt("plugin").orElse("") + "/" + handler)
                                .orElse("-")
                        + " " + row.textAt("handler_source").orElse("-") + " "
                        + row.textAt("path")
                                .map(path -> path + ":" + row.intAt("line"))
                                .or(() -> row.textAt("reason"))
                                .orElse(""));
    }
}
