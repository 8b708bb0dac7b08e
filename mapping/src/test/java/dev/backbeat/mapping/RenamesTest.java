package dev.backbeat.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.mapping.Telemetry.Run;
import dev.backbeat.store.CodeFacts;
import dev.backbeat.store.Store;
import dev.backbeat.store.duckdb.DuckDbStore;
import dev.backbeat.store.duckdb.OpenMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenamesTest {

    private static final String ADD = "look up the item and put it into the cart of the one who asked";
    private static final String SAVE = "write the cart to the disk and tell everybody that it is safe now";

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
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aHandlerThatWasRenamedGoesOnUnderItsNewName() {
        String first = version("add", "cart.js", ADD);
        ran("v1", first, "add");
        String second = version("addItem", "cart.js", ADD);
        ran("v2", second, "addItem");

        assertThat(renames())
                .containsExactly(new CodeFacts.Rename(
                        "CartPlugin",
                        "cart-add",
                        "add",
                        "addItem",
                        first,
                        second,
                        "cart.js",
                        2,
                        "cart.js",
                        2,
                        "renamed",
                        100));
        assertThat(store.rows(
                        "SELECT kind FROM renames", row -> row.textAt("kind").orElseThrow()))
                .containsExactly("renamed");
    }

    @Test
    void aHandlerThatMovedKeepsItsName() {
        ran("v1", version("add", "cart.js", ADD), "add");
        shop.file("cart.js", "");
        ran("v2", version("add", "deep/cart.js", ADD), "add");

        assertThat(texts()).containsExactly("add add cart.js deep/cart.js moved 100");
    }

    @Test
    void oneThatDidBothIsRenamed() {
        ran("v1", version("add", "cart.js", ADD), "add");
        shop.file("cart.js", "");
        ran("v2", version("addItem", "deep/cart.js", ADD), "addItem");

        assertThat(texts()).containsExactly("add addItem cart.js deep/cart.js renamed 100");
    }

    @Test
    void aTrivialBodyOrAnotherOneIsNoRename() {
        ran("v1", version("add", "cart.js", "return 1"), "add");
        ran("v2", version("addItem", "cart.js", "return 1"), "addItem");
        ran("v3", version("store", "cart.js", SAVE), "store");

        assertThat(texts()).isEmpty();
    }

    @Test
    void aChangedBodyInItsPlaceIsNoRename() {
        ran("v1", version("add", "cart.js", ADD), "add");
        ran("v2", version("add", "cart.js", SAVE), "add");

        assertThat(texts()).isEmpty();
    }

    @Test
    void buildsOfNoKnownCommitBetweenDoNotHideIt() {
        ran("v1", version("add", "cart.js", ADD), "add");
        telemetry.session("unknown", null, Run.of("cart-add", "cart:add", 1, "CartPlugin/add"));
        String second = version("addItem", "cart.js", ADD);
        ran("v2", second, "addItem");
        ran("v2 again", second, "addItem");

        assertThat(texts()).containsExactly("add addItem cart.js cart.js renamed 100");
    }

    @Test
    void theOlderCodeMayHaveBeenRecordedLater() {
        String first = version("add", "cart.js", ADD);
        ran("v2", version("addItem", "cart.js", ADD), "addItem");
        ran("v1", first, "add");

        assertThat(texts()).containsExactly("add addItem cart.js cart.js renamed 100");
    }

    @Test
    void whatRanUnderBothNamesBeforeIsNoRename() {
        shop.file("other.js", "export function addItem() {" + SAVE + "}");
        String first = version("add", "cart.js", ADD);
        Run both = Run.of("cart-add", "cart:more", 2, "CartPlugin/addItem");
        telemetry.session("v1", first, Run.of("cart-add", "cart:add", 1, "CartPlugin/add"), both);
        ran("v2", version("addItem", "cart.js", ADD), "addItem");

        assertThat(texts()).isEmpty();
    }

    /// Commits a version in which one handler carries the sequence out.
    private String version(String handler, String path, String body) {
        return shop.sequence("CartPlugin", "cart-add", "cart:add>" + handler)
                .carriedOut("index", "CartPlugin", "cart-add>" + path)
                .file(path, "", "export function " + handler + "() {" + body + "}")
                .commit("");
    }

    private void ran(String label, String commit, String handler) {
        telemetry.session(label, commit, Run.of("cart-add", "cart:add", 1, "CartPlugin/" + handler));
    }

    private List<CodeFacts.Rename> renames() {
        return new StoreMapper(Shop.indexer(temp.resolve("cache")))
                .map(store, List.of(shop.root()))
                .renames();
    }

    private List<String> texts() {
        return renames().stream()
                .map(rename -> String.join(
                        " ",
                        rename.fromHandler(),
                        rename.toHandler(),
                        rename.fromPath(),
                        rename.toPath(),
                        rename.kind(),
                        String.valueOf(rename.similarity())))
                .toList();
    }
}
