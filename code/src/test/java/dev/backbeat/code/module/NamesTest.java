package dev.backbeat.code.module;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.code.Folder;
import dev.backbeat.code.Symbol;
import dev.backbeat.code.index.CodeIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamesTest {

    @TempDir
    Path temp;

    private Folder folder;

    @BeforeEach
    void make() throws IOException {
        folder = new Folder(Files.createDirectory(temp.resolve("checkout")));
    }

    @Test
    void exportsMeanTheirFunctions() {
        folder.file(
                "a.js",
                "export function one() {}",
                "const two = () => 2",
                "export { two as deux, one as un }",
                "export default two",
                "function hidden() {}",
                "export { missing }",
                "export type { T } from \"./b\"");

        assertMeans("a.js", "one", "a.js:1 one");
        assertMeans("a.js", "deux", "a.js:2 two");
        assertMeans("a.js", "un", "a.js:1 one");
        assertMeans("a.js", "default", "a.js:2 two");
        assertMeans("a.js", "hidden", "no: `a.js` does not export `hidden`");
        assertMeans("a.js", "T", "no: `a.js` does not export `T`");
        assertMeans("a.js", "missing", "unsure: what `missing` means in `a.js` only running code can tell");
        assertMeans("b.js", "x", "unsure: `b.js` is not indexed");
        assertMeans("a.js", "*", "no: `a.js` does not export `*`");
    }

    @Test
    void importsAndReExportsAreFollowed() {
        folder.file("one.js", "export function one() {}", "export default function main() {}")
                .file(
                        "two.js",
                        "import { one as uno } from \"./one\"",
                        "export { uno }",
                        "export { one as eins } from \"./one\"",
                        "import main from \"./one\"",
                        "export { main as default }",
                        "export * as all from \"./one\"")
                .file(
                        "three.js",
                        "export * from \"./two\"",
                        "import * as ns from \"./two\"",
                        "const x = ns.all.one",
                        "export { x }",
                        "import type { one } from \"./one\"",
                        "export { one }");

        assertMeans("two.js", "uno", "one.js:1 one");
        assertMeans("two.js", "default", "one.js:2 main");
        assertMeans("three.js", "eins", "one.js:1 one");
        assertMeans("three.js", "x", "one.js:1 one");
        assertMeans("three.js", "default", "no: `three.js` does not export `default`");
        assertMeans("three.js", "one", "unsure: what `one` means in `three.js` only running code can tell");
        assertMeans("two.js", "all", "module one.js");
    }

    @Test
    void whatIsNotInTheCheckoutIsSaid() {
        folder.file(
                "a.js",
                "export { x } from \"gone\"",
                "import { y } from \"lost\"",
                "export { y }",
                "export * from \"away\"");

        assertMeans("a.js", "x", "unsure: module `gone`, which `a.js` re-exports, is not in the checkout");
        assertMeans("a.js", "y", "unsure: module `lost`, which `a.js` imports, is not in the checkout");
        assertMeans("a.js", "z", "unsure: module `away`, which `a.js` re-exports, is not in the checkout");
    }

    @Test
    void whatIsExportedByItsNameHidesTheRest() {
        folder.file("b.js", "export function x() {}", "export function y() {}")
                .file("c.js", "export function x() {}")
                .file("a.js", "export * from \"./b\"", "export { x } from \"./c\"", "export { y } from \"gone\"");

        assertMeans("a.js", "x", "c.js:1 x");
        assertMeans("a.js", "y", "unsure: module `gone`, which `a.js` re-exports, is not in the checkout");
    }

    @Test
    void twoCandidatesOfAStarAreSeveral() {
        folder.file("b.js", "export function x() {}", "export const handlers = { x }")
                .file("c.js", "export function x() {}", "export const handlers = { x }", "export * from \"./b\"")
                .file("a.js", "export * from \"./b\"", "export * from \"./c\"")
                .file("same.js", "export * from \"./b\"", "export * from \"./d\"")
                .file("d.js", "export * from \"./b\"");

        assertMeans("a.js", "x", "several: b.js:1 x, c.js:1 x");
        assertMeans("a.js", "handlers", "unsure: `a.js` re-exports `handlers` from several modules");
        assertMeans("same.js", "x", "b.js:1 x");
        assertMeans("same.js", "missing", "no: `same.js` does not export `missing`");
        Names names = names();
        assertThat(text(names.entry(names.exported("a.js", "x"), "y")))
                .isEqualTo("unsure: `y` is to be found in one of several");
    }

    @Test
    void circlesComeToAnEnd() {
        folder.file("a.js", "export * from \"./b\"", "export { loop } from \"./b\"", "export function x() {}")
                .file("b.js", "export * from \"./a\"", "export { loop } from \"./a\"")
                .file("alias.js", "const p = q", "const q = p", "const s = s", "export { p, s }")
                .file(
                        "spread.js",
                        "const a = { ...b }",
                        "const b = { ...a, x: y.z }",
                        "const c = { ...c, f }",
                        "function f() {}",
                        "const y = { z: b.x }",
                        "export { a, c }");

        assertMeans("b.js", "x", "a.js:3 x");
        assertMeans("b.js", "missing", "no: `b.js` does not export `missing`");
        assertMeans("a.js", "loop", "no: `loop` of `a.js` is exported in a circle");
        assertMeans("alias.js", "p", "unsure: `p` of `alias.js` stands for itself");
        assertMeans("alias.js", "s", "unsure: `s` of `alias.js` stands for itself");
        assertEntry("spread.js", "a", "missing", "unsure: `a` of `spread.js` holds itself");
        assertEntry("spread.js", "a", "x", "unsure: `b` of `spread.js` holds itself");
        assertEntry("spread.js", "c", "f", "spread.js:4 f");
        assertEntry("spread.js", "c", "g", "unsure: `c` of `spread.js` holds itself");
        assertThat(names().keys(names().exported("spread.js", "a"))).containsExactly("x");
    }

    @Test
    void longChainsOfAliasesAreFollowed() {
        StringBuilder text = new StringBuilder("function f() {}\nconst a0 = f\n");
        for (int i = 1; i <= 300; i++) {
            text.append("const a%d = a%d\n".formatted(i, i - 1));
        }
        folder.file("a.js", text + "export { a300 }");

        assertMeans("a.js", "a300", "a.js:1 f");
    }

    @Test
    void theLastEntryOfAKeyCounts() {
        folder.file("b.js", "export const more = { x: b1, y: b1, z: b1 }", "function b1() {}")
                .file(
                        "a.js",
                        "import { more } from \"./b\"",
                        "import * as ns from \"./b\"",
                        "function a1() {}",
                        "function a2() {}",
                        "export const before = { ...more, x: a1 }",
                        "export const after = { x: a1, ...more }",
                        "export const twice = { x: a1, x: a2, inline: () => 7 }",
                        "export const dotted = { x: ns.more.x, ...ns }");

        assertEntry("a.js", "before", "x", "a.js:3 a1");
        assertEntry("a.js", "before", "y", "b.js:2 b1");
        assertEntry("a.js", "after", "x", "b.js:2 b1");
        assertEntry("a.js", "twice", "x", "a.js:4 a2");
        assertEntry("a.js", "twice", "inline", "a.js:7 twice.inline");
        assertEntry("a.js", "twice", "y", "no: `twice` of `a.js` has no entry `y`");
        assertEntry("a.js", "dotted", "x", "b.js:2 b1");
        assertEntry("a.js", "dotted", "more", "object more of b.js");
    }

    @Test
    void whatALaterUnknownSpreadMayReplaceIsNotGuessed() {
        folder.file(
                "a.js",
                "import { gone } from \"gone\"",
                "function a1() {}",
                "export const after = { x: a1, ...gone }",
                "export const before = { ...gone, x: a1 }",
                "export const called = { ...make(), x: make(a1), y: a1 }",
                "export const empty = { ...{} }");

        String unsure = "unsure: module `gone`, which `a.js` imports, is not in the checkout";
        assertEntry("a.js", "after", "x", unsure);
        assertEntry("a.js", "after", "y", unsure);
        assertEntry("a.js", "before", "x", "a.js:2 a1");
        assertEntry("a.js", "before", "y", unsure);
        assertEntry("a.js", "called", "x", "unsure: `a.js:5` makes `x` with a call, so only running code can tell");
        assertEntry("a.js", "called", "y", "a.js:2 a1");
    }

    @Test
    void ofTwoDeclarationsTheLastCounts() {
        folder.file("a.js", "function x() {}", "function x() {}", "export { x }", "exports.y = gone", "exports.y = x");

        assertMeans("a.js", "x", "a.js:2 x");
        assertMeans("a.js", "y", "a.js:2 x");
    }

    @Test
    void commonModulesAreFollowed() {
        folder.file("add.js", "function add() {}", "module.exports = add")
                .file("more.js", "function more() {}", "exports.more = more", "exports.other = more")
                .file(
                        "index.js",
                        "const add = require(\"./add\")",
                        "const { more: m } = require(\"./more\")",
                        "const all = require(\"./more\")",
                        "const handlers = { add, m, other: all.other, ...all }",
                        "module.exports = { handlers, add }")
                .file(
                        "es.js",
                        "import index from \"./index\"",
                        "import add from \"./add\"",
                        "import { add as named } from \"./index\"",
                        "const handlers = index.handlers",
                        "export { handlers, add, named }")
                .file("self.js", "const self = require(\"./self\")", "module.exports = self");

        assertEntry("index.js", "handlers", "add", "add.js:1 add");
        assertEntry("index.js", "handlers", "m", "more.js:1 more");
        assertEntry("index.js", "handlers", "other", "more.js:1 more");
        assertEntry("index.js", "handlers", "more", "more.js:1 more");
        assertMeans("index.js", "add", "add.js:1 add");
        assertMeans("es.js", "add", "add.js:1 add");
        assertMeans("es.js", "named", "add.js:1 add");
        assertEntry("es.js", "handlers", "add", "add.js:1 add");
        assertThat(text(names().exported("self.js", "x"))).startsWith("no");
    }

    @Test
    void aDefaultObjectHasEntries() {
        folder.file("a.js", "function add() {}", "export default { add, handlers: { } }");

        assertEntry("a.js", "default", "add", "a.js:1 add");
        assertThat(text(names().entry(names().exported("a.js", "default"), "gone")))
                .startsWith("no: ");
        folder.file("b.js", "export default function add() {}");
        assertThat(text(names().entry(names().exported("b.js", "default"), "x")))
                .isEqualTo("no: `b.js:1 add` is a function and no object");
    }

    @Test
    void keysAreListedInOrder() {
        folder.file(
                        "b.js",
                        "export const x = { b: f }",
                        "function f() {}",
                        "export default f",
                        "export type { T } from \"./c\"",
                        "export { f as later }")
                .file(
                        "a.js",
                        "import { x } from \"./b\"",
                        "export const all = { a: q, ...x, c: q }",
                        "export * from \"./b\"")
                .file("c.js", "module.exports = { one: q, two: q }");

        Names names = names();
        assertThat(names.keys(names.exported("a.js", "all"))).containsExactly("a", "b", "c");
        assertThat(names.keys(new Meaning.Namespace("a.js"))).containsExactly("all", "x", "later");
        assertThat(names.keys(new Meaning.Namespace("b.js"))).containsExactly("x", "default", "later");
        assertThat(names.keys(new Meaning.Namespace("c.js"))).containsExactly("one", "two");
        assertThat(names.keys(new Meaning.Namespace("missing.js"))).isEmpty();
    }

    @Test
    void manyStarsAreQuick() {
        for (int layer = 0; layer < 12; layer++) {
            for (int i = 0; i < 6; i++) {
                StringBuilder text = new StringBuilder();
                for (int j = 0; j < 6; j++) {
                    text.append("export * from \"./m%d_%d\"\n".formatted(layer + 1, j));
                }
                folder.file("m%d_%d.js".formatted(layer, i), text.toString());
            }
        }
        folder.file("m12_3.js", "export function deep() {}");

        assertMeans("m0_0.js", "deep", "m12_3.js:1 deep");
    }

    private void assertMeans(String path, String name, String expected) {
        assertThat(text(names().exported(path, name))).isEqualTo(expected);
    }

    private void assertEntry(String path, String name, String key, String expected) {
        Names names = names();
        assertThat(text(names.entry(names.exported(path, name), key))).isEqualTo(expected);
    }

    private Names names() {
        CodeIndex index = folder.index();
        return new Names(index, new Modules(index));
    }

    private static String text(Meaning meaning) {
        return switch (meaning) {
            case Meaning.OneFunction(Symbol symbol) -> symbol.toString();
            case Meaning.OneObject object -> "object " + object.binding().local() + " of " + object.path();
            case Meaning.Namespace(String path) -> "module " + path;
            case Meaning.Several(List<Symbol> symbols) ->
                "several: "
                        + String.join(
                                ", ", symbols.stream().map(Symbol::toString).toList());
            case Meaning.Nothing(String reason, boolean certain) -> (certain ? "no: " : "unsure: ") + reason;
        };
    }
}
