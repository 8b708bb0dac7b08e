package dev.backbeat.code.module;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.code.Folder;
import dev.backbeat.code.catalog.conductor.ConductorDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulesTest {

    @TempDir
    Path temp;

    private Folder folder;

    @BeforeEach
    void make() throws IOException {
        folder = new Folder(Files.createDirectory(temp.resolve("checkout")));
    }

    @Test
    void relativeNamesMayLackTheirEndingOrNameAFolder() {
        files("src/a.ts", "src/b.tsx", "src/c/index.js", "src/c/index.ts", "d.js", "index.ts", "src/e.test.js");

        assertMeans("src/x.ts", "./a", "src/a.ts");
        assertMeans("src/x.ts", "./a.ts", "src/a.ts");
        assertMeans("src/x.ts", "./a?raw", "src/a.ts");
        assertMeans("src/x.ts", "./b", "src/b.tsx");
        assertMeans("src/x.ts", "./c", "src/c/index.ts");
        assertMeans("src/x.ts", "./c/", "src/c/index.ts");
        assertMeans("src/x.ts", "./e.test", "src/e.test.js");
        assertMeans("src/x.ts", "../d", "d.js");
        assertMeans("src/c/x.ts", "../../d.js", "d.js");
        assertMeans("src/c/index.js", ".", "src/c/index.ts");
        assertMeans("src/x.ts", "..", "index.ts");
        assertMeansNothing("src/x.ts", "./missing");
    }

    @Test
    void aCompiledNameMeansItsSource() {
        files("a.ts", "b.tsx", "c.mts", "d.cts", "e.js", "e.ts", "f.js", "f.d.ts");

        assertMeans("x.ts", "./a.js", "a.ts");
        assertMeans("x.ts", "./b.js", "b.tsx");
        assertMeans("x.ts", "./b.jsx", "b.tsx");
        assertMeans("x.ts", "./c.mjs", "c.mts");
        assertMeans("x.ts", "./d.cjs", "d.cts");
        assertMeans("x.ts", "./e.js", "e.ts");
        assertMeans("x.ts", "./f.js", "f.js");
    }

    @Test
    void whatLeadsOutOfTheCheckoutMeansNothing() {
        files("a.js", "src/b.js");

        assertMeansNothing("a.js", "../a.js");
        assertMeansNothing("src/b.js", "../../a.js");
        assertMeansNothing("src/b.js", "../../../src/b.js");
        assertMeans("src/b.js", "../src/../a.js", "a.js");
    }

    @Test
    void emptyAndInternalNamesMeanNothing() {
        files("index.js", "a.js", "a/index.js");

        for (String name : List.of("", " ", "#a", "#", "?", "node:fs", "https://example.org/a.js", "@", "@a")) {
            assertMeansNothing("x.js", name);
            assertMeansNothing("x.json", name);
        }
    }

    @Test
    void bareNamesInCodeArePackagesAndInDocumentsAlsoFiles() {
        files("express.js", "src/express.js", "plugins/cart/index.js");

        assertMeansNothing("src/x.js", "express");
        assertMeansNothing("src/x.js", "plugins/cart");
        assertMeans("json-sequences/index.json", "plugins/cart", "plugins/cart/index.js");
        assertMeans("json-sequences/index.json", "plugins\\cart\\index.js", "plugins/cart/index.js");
        assertMeans("src/index.json", "express", "express.js");
    }

    @Test
    void absoluteNamesBeginAtTheRootOrInPublic() {
        files("plugins/x.ts", "public/plugins/y.js");

        assertMeans("json-sequences/index.json", "/plugins/x.js", "plugins/x.ts");
        assertMeans("src/a.js", "/plugins/y.js", "public/plugins/y.js");
        assertMeansNothing("src/a.js", "/plugins/z.js");
    }

    @Test
    void packagesAreFoundByTheirNameAndMain() {
        files(
                "packages/cart/src/index.ts",
                "packages/cart/src/totals.ts",
                "packages/old/lib/main.js",
                "packages/bare/index.js");
        describe("packages/cart", "{\"name\": \"@acme/cart\", \"main\": \"./dist/index.js\"}");
        describe("packages/old", "{\"name\": \"old\", \"main\": \"lib/main\"}");
        describe("packages/bare", "{\"name\": \"bare\"}");

        assertMeans("x.js", "@acme/cart", "packages/cart/src/index.ts");
        assertMeans("x.js", "@acme/cart/totals", "packages/cart/src/totals.ts");
        assertMeans("x.js", "@acme/cart/dist/totals.js", "packages/cart/src/totals.ts");
        assertMeans("x.js", "old", "packages/old/lib/main.js");
        assertMeans("x.js", "bare", "packages/bare/index.js");
        assertMeansNothing("x.js", "@acme/cart/missing");
        assertMeansNothing("x.js", "@acme");
    }

    @Test
    void sourceModuleAndMainAreAskedInThisOrder() {
        files("p/a.js", "p/b.js", "p/c.js");
        describe("p", "{\"name\": \"p\", \"main\": \"c.js\", \"module\": \"b.js\", \"source\": \"a.js\"}");
        assertMeans("x.js", "p", "p/a.js");
        describe("p", "{\"name\": \"p\", \"main\": \"c.js\", \"module\": \"b.js\", \"source\": \"gone.js\"}");
        assertMeans("x.js", "p", "p/b.js");
        describe("p", "{\"name\": \"p\", \"main\": \"c.js\"}");
        assertMeans("x.js", "p", "p/c.js");
        describe("p", "{\"name\": \"p\", \"main\": 7, \"exports\": null}");
        assertMeansNothing("x.js", "p");
    }

    @Test
    void exportsHaveConditionsAndPatterns() {
        files(
                "p/src/index.ts",
                "p/src/features/one.ts",
                "p/src/features/deep/two.ts",
                "p/src/special.ts",
                "p/lib/own.cjs");
        describe("p", """
                {"name": "p", "exports": {
                  ".": {"types": "./dist/index.d.ts", "import": {"node": "./dist/node.js", "default": "./dist/index.mjs"}},
                  "./f/*": "./dist/features/*.js",
                  "./f/special": ["./missing.js", {"default": "./dist/special.js"}],
                  "./f/internal/*": null,
                  "./own": {"require": "./lib/own.cjs"}
                }}
                """);

        assertMeans("x.js", "p", "p/src/index.ts");
        assertMeans("x.js", "p/f/one", "p/src/features/one.ts");
        assertMeans("x.js", "p/f/deep/two", "p/src/features/deep/two.ts");
        assertMeans("x.js", "p/f/special", "p/src/special.ts");
        assertMeans("x.js", "p/own", "p/lib/own.cjs");
        assertMeansNothing("x.js", "p/f/missing");
    }

    @Test
    void exportsMayBeOneTextOrOneSetOfConditions() {
        files("p/a.js", "q/b.js");
        describe("p", "{\"name\": \"p\", \"exports\": \"./a.js\"}");
        describe("q", "{\"name\": \"q\", \"exports\": {\"unknown\": \"./a.js\", \"default\": \"./b.js\"}}");

        assertMeans("x.js", "p", "p/a.js");
        assertMeans("x.js", "q", "q/b.js");
    }

    @Test
    void whatIsBuiltMeansWhatItIsBuiltFrom() {
        files(
                "p/src/index.ts",
                "p/dist/index.js",
                "q/src/deep/x.ts",
                "r/index.ts",
                "r/dist/index.js",
                "s/dist/index.js");
        describe("p", "{\"name\": \"p\", \"main\": \"dist/index.js\"}");
        describe("q", "{\"name\": \"q\", \"exports\": {\"./*\": \"./dist/esm/deep/*.js\"}}");
        describe("r", "{\"name\": \"r\", \"main\": \"dist/index.js\"}");
        describe("s", "{\"name\": \"s\", \"main\": \"dist/index.js\"}");

        assertMeans("x.js", "p", "p/src/index.ts");
        assertMeans("x.js", "q/x", "q/src/deep/x.ts");
        assertMeans("x.js", "r", "r/index.ts");
        assertMeans("x.js", "s", "s/dist/index.js");
    }

    @Test
    void workspacesComeBeforeInstalledPackagesAndOnesOwnFirst() {
        files("packages/cart/index.ts", "node_modules/cart/index.js", "node_modules/other/index.js");
        describe("packages/cart", "{\"name\": \"cart\"}");
        describe("node_modules/cart", "{\"name\": \"cart\"}");
        describe("node_modules/other", "{\"name\": \"other\"}");
        folder.file(
                "plugin-manifest.json",
                "{\"plugins\": [{\"id\": \"P\", \"ui\": {\"module\": \"cart\"}, \"runtime\": {\"module\": \"other\"}}]}");

        assertMeans("src/x.js", "cart", "packages/cart/index.ts");
        assertMeans("src/x.js", "other", "node_modules/other/index.js");
        assertMeans("node_modules/cart/x.js", "cart", "node_modules/cart/index.js");
    }

    @Test
    void aPackageMayNameItself() {
        files("src/index.ts", "src/totals.ts");
        describe("", "{\"name\": \"shop\", \"main\": \"dist/index.js\"}");

        assertMeans("src/totals.ts", "shop", "src/index.ts");
        assertMeans("json-sequences/index.json", "shop/totals", "src/totals.ts");
    }

    private void describe(String path, String description) {
        folder.file(path.isEmpty() ? "package.json" : path + "/package.json", description);
    }

    private void files(String... paths) {
        for (String path : paths) {
            folder.file(path, "");
        }
    }

    private void assertMeans(String from, String specifier, String file) {
        assertThat(modules().file(from, specifier))
                .as("`%s` in %s", specifier, from)
                .contains(file);
    }

    private void assertMeansNothing(String from, String specifier) {
        assertThat(modules().file(from, specifier))
                .as("`%s` in %s", specifier, from)
                .isEmpty();
    }

    private Modules modules() {
        return new Modules(folder.index(new ConductorDocuments()));
    }
}
