package dev.backbeat.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.code.index.CodeIndex;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.HandlerKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrategiesTest {

    private static final HandlerKey ADD = new HandlerKey("CartPlugin", "cart-add", "add");

    @TempDir
    Path temp;

    private Shop shop;

    @BeforeEach
    void make() throws IOException {
        shop = new Shop(Files.createDirectory(temp.resolve("shop")));
    }

    @Test
    void theModuleThatADocumentNamesHasTheHandler() {
        shop.sequence("CartPlugin", "cart-add", "e>add")
                .carriedOut("index", "CartPlugin", "cart-add>cart/index.js")
                .file("cart/index.js", "export { handlers } from \"./handlers\"")
                .file(
                        "cart/handlers.js",
                        "import { add } from \"./add\"",
                        "export const handlers = { add, other: add }")
                .file("cart/add.js", "", "export function add() {}")
                .file("other/add.js", "export function add() {}");

        assertFound(
                ADD, "document", 100, "cart/add.js:2", "`json-sequences/index.json:1` names module `cart/index.js`");
        assertThat(map(new HandlerKey("Anybody", "cart-add Sequence", "add"), shop)
                        .strategy())
                .as("by the sequence's name")
                .isEqualTo("document");
        assertFound(new HandlerKey("", "cart-add", "other"), "document", 100, "cart/add.js:2", null);
    }

    @Test
    void aModuleMayExportTheHandlerItself() {
        shop.sequence("", "cart-add", "e>add")
                .carriedOut("index", "", "cart-add>./cart.js")
                .file("json-sequences/cart.js", "export function add() {}", "export const handlers = { other: add }");
        assertFound(ADD, "document", 100, "json-sequences/cart.js:1", null);
    }

    @Test
    void commonModulesHaveHandlers() {
        shop.sequence("", "cart-add", "e>add")
                .carriedOut("index", "", "cart-add>cart.js")
                .file("cart.js", "function add() {}", "const handlers = { add }", "module.exports = { handlers }");
        assertFound(ADD, "document", 100, "cart.js:1", null);

        assertThat(map(new HandlerKey("", "undocumented", "add"), shop).strategy())
                .isEqualTo("handler_map");
    }

    @Test
    void aModuleThatIsNotInTheCheckoutEndsTheSearch() {
        shop.sequence("", "cart-add", "e>add")
                .carriedOut("index", "", "cart-add>@acme/cart")
                .file("add.js", "export function add() {}", "export const handlers = { add }");

        assertAbstains(
                ADD,
                "document",
                "module `@acme/cart`, which `json-sequences/index.json:1` names, is not in the checkout");
    }

    @Test
    void aModuleThatLacksTheHandlerEndsTheSearch() {
        shop.sequence("", "cart-add", "e>add")
                .carriedOut("index", "", "cart-add>cart.js")
                .file("cart.js", "export function remove() {}", "export const handlers = { remove }")
                .file("add.js", "export function add() {}");
        assertAbstains(ADD, "document", "`handlers` of `cart.js` has no entry `add`");

        shop.file("cart.js", "export function add() {}", "export const handlers = { add: retried(add) }");
        assertAbstains(ADD, "document", "`cart.js:2` makes `add` with a call, so only running code can tell");
    }

    @Test
    void ofSeveralDocumentsOneThatLeadsSomewhereIsEnough() {
        shop.sequence("", "cart-add", "e>add")
                .carriedOut("a", "", "cart-add>@acme/gone")
                .carriedOut("b", "", "cart-add>cart.js")
                .file("cart.js", "export function add() {}");
        assertFound(ADD, "document", 100, "cart.js:1", "`json-sequences/b.json:1` names module `cart.js`");
    }

    @Test
    void documentsThatLeadToDifferentFunctionsAreSaidSo() {
        shop.sequence("", "cart-add", "e>add")
                .carriedOut("a", "", "cart-add>one.js")
                .carriedOut("b", "", "cart-add>two.js")
                .file("one.js", "export function add() {}")
                .file("two.js", "export function add() {}");
        assertAbstains(
                ADD,
                "document",
                "documents of `cart-add` name modules with different functions",
                "one.js:1",
                "two.js:1");
    }

    @Test
    void severalCandidatesInOneModuleAreSaidSo() {
        shop.sequence("", "cart-add", "e>add")
                .carriedOut("a", "", "cart-add>all.js")
                .file("all.js", "export * from \"./one\"", "export * from \"./two\"")
                .file("one.js", "export function add() {}")
                .file("two.js", "export function add() {}");
        HandlerMapping mapping = map(ADD, shop);

        assertThat(mapping.found()).isNull();
        assertThat(mapping.candidates()).extracting(CodePlace::path).containsExactly("one.js", "two.js");
    }

    @Test
    void twoPluginsMayHaveASequenceOfOneId() {
        shop.sequence("A", "cart-add", "e>add")
                .sequence("B", "cart-add", "e>add")
                .carriedOut("a", "A", "cart-add>one.js")
                .carriedOut("b", "B", "cart-add>two.js")
                .file("one.js", "export function add() {}")
                .file("two.js", "export function add() {}");

        assertFound(new HandlerKey("A", "cart-add", "add"), "document", 100, "one.js:1", null);
        assertFound(new HandlerKey("B", "cart-add", "add"), "document", 100, "two.js:1", null);
        assertThat(map(new HandlerKey("C", "cart-add", "add"), shop).candidates())
                .hasSize(2);
    }

    @Test
    void theManifestNamesThePluginsModule() {
        shop.manifest("CartPlugin", "cart.js")
                .sequence("CartPlugin", "cart-add", "e>add")
                .file("cart.js", "export function add() {}", "export const handlers = { add }")
                .file("other.js", "export function add() {}", "export const handlers = { add }");

        assertFound(ADD, "plugin_manifest", 90, "cart.js:1", "`plugin-manifest.json:1` names module `cart.js`");
        assertThat(map(new HandlerKey("OtherPlugin", "cart-add", "add"), shop).candidates())
                .hasSize(2);
    }

    @Test
    void aManifestWithSeveralCandidatesAbstains() {
        shop.manifest("CartPlugin", "all.js")
                .file("all.js", "export * from \"./one\"", "export * from \"./two\"")
                .file("one.js", "export function add() {}")
                .file("two.js", "export function add() {}");
        assertAbstains(
                ADD,
                "plugin_manifest",
                "manifests name modules of `CartPlugin` with different functions",
                "one.js:1",
                "two.js:1");
    }

    @Test
    void aManifestThatLeadsNowhereDoesNotEndTheSearch() {
        shop.manifest("CartPlugin", "gone.js")
                .file("add.js", "export function add() {}", "export const handlers = { add }");
        assertFound(
                ADD, "handler_map", 75, "add.js:1", "`handlers` of `add.js` has it, and no other has one of this name");
    }

    @Test
    void oneHandlerMapIsLikelyAndTwoAreTooMany() {
        shop.file("one.js", "export function add() {}", "export const handlers = { add }")
                .file("index.js", "export { handlers } from \"./one\"")
                .file("one.test.js", "import { add } from \"./two\"", "export const handlers = { add }")
                .file("helper.js", "export function add() {}");
        assertFound(ADD, "handler_map", 75, "one.js:1", null);

        shop.file("two.js", "function add() {}", "export const handlers = { add }");
        assertAbstains(
                ADD,
                "handler_map",
                "several exported `handlers` have one of this name, and no document says which",
                "one.js:1",
                "two.js:1");
    }

    @Test
    void aHandlerMapThatCannotBeToldIsOneMore() {
        shop.file("one.js", "export function add() {}", "export const handlers = { add }")
                .file("two.js", "export const handlers = { add: make() }");
        assertAbstains(ADD, "handler_map", "`two.js:1` makes `add` with a call, so only running code can tell");
    }

    @Test
    void theOnlyFunctionOfTheNameIsPossible() {
        shop.file("one.js", "function add() {}")
                .file("one.test.js", "function add() {}")
                .file("checks.js", "function add() {}", "test(\"adds\")");
        assertFound(
                ADD,
                "unique_name",
                60,
                "one.js:1",
                "it is the only function of this name, but no document leads there");

        shop.file("two.js", "", "", "function add() {}");
        assertAbstains(
                ADD, "unique_name", "2 functions have this name, and no document says which", "one.js:1", "two.js:3");
        assertAbstains(new HandlerKey("", "", "gone"), "unique_name", "no function of this name is in the checkout");
    }

    @Test
    void noMoreThanTenCandidatesAreNamed() {
        for (int i = 0; i < 15; i++) {
            shop.file("f%02d.js".formatted(i), "function add() {}");
        }
        HandlerMapping mapping = map(ADD, shop);

        assertThat(mapping.reason()).startsWith("15 functions");
        assertThat(mapping.candidates()).hasSize(10);
    }

    @Test
    void aDocumentMayNameAModuleOfAnotherCheckout() {
        Shop other = new Shop(temp.resolve("handlers"));
        shop.sequence("", "cart-add", "e>add").carriedOut("index", "", "cart-add>@acme/cart");
        other.file("packages/cart/package.json", "{\"name\": \"@acme/cart\"}")
                .file("packages/cart/index.js", "", "export function add() {}");

        CodePlace place = place(map(ADD, shop, other));
        assertThat(place.checkout()).isEqualTo("handlers");
        assertThat(place.toString()).isEqualTo("packages/cart/index.js:2");
        assertThat(place.commit()).isNull();
    }

    @Test
    void functionsOfSeveralCheckoutsAreSeveral() {
        Shop other = new Shop(temp.resolve("other"));
        shop.file("a.js", "function add() {}");
        other.file("a.js", "function add() {}");

        HandlerMapping mapping = map(ADD, shop, other);
        assertThat(mapping.candidates()).extracting(CodePlace::checkout).containsExactly("shop", "other");
    }

    @Test
    void withoutCheckoutsNothingIsFound() {
        HandlerMapping mapping = new HandlerMapper(List.<CodeIndex>of()).map(ADD);

        assertThat(mapping.reason()).isEqualTo("no function of this name is in the checkout");
    }

    private static HandlerMapping map(HandlerKey key, Shop... shops) {
        return new HandlerMapper(Stream.of(shops).map(Shop::index).toList()).map(key);
    }

    private static CodePlace place(HandlerMapping mapping) {
        HandlerMapping.Found found = mapping.found();
        if (found == null) {
            throw new AssertionError(mapping.toString());
        }
        return found.place();
    }

    private void assertFound(HandlerKey key, String strategy, int confidence, String place, @Nullable String reason) {
        HandlerMapping mapping = map(key, shop);
        assertThat(place(mapping).toString()).isEqualTo(place);
        assertThat(mapping.strategy()).isEqualTo(strategy);
        assertThat(mapping.confidence()).isEqualTo(confidence);
        assertThat(mapping.handler()).isEqualTo(key);
        assertThat(mapping.candidates()).isEmpty();
        if (reason != null) {
            assertThat(mapping.reason()).isEqualTo(reason);
        }
    }

    private void assertAbstains(HandlerKey key, String strategy, String reason, String... candidates) {
        HandlerMapping mapping = map(key, shop);
        List<String> places = new ArrayList<>();
        mapping.candidates().forEach(candidate -> places.add(candidate.toString()));
        assertThat(mapping.found()).isNull();
        assertThat(mapping.reason()).isEqualTo(reason);
        assertThat(mapping.strategy()).isEqualTo(strategy);
        assertThat(mapping.confidence()).isZero();
        assertThat(places).containsExactly(candidates);
    }
}
