package dev.backbeat.code.treesitter.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.code.Symbol;
import dev.backbeat.code.catalog.conductor.ConductorDocuments;
import dev.backbeat.code.index.CodeIndex;
import dev.backbeat.code.index.Indexer;
import dev.backbeat.code.reach.Flow;
import dev.backbeat.code.reach.Reachability;
import dev.backbeat.code.reach.Way;
import dev.backbeat.code.tree.WorkTree;
import dev.backbeat.code.treesitter.language.javascript.JavaScriptLanguage;
import dev.backbeat.code.treesitter.language.typescript.TypeScriptLanguage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReachabilityTest {

    @TempDir
    Path temp;

    private final List<Flow> flows = new ArrayList<>();

    @Nullable
    private CodeIndex index;

    @Nullable
    private Reachability reachability;

    private ReachabilityTest file(String path, String... lines) {
        try {
            Path file = temp.resolve("app").resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, String.join("\n", lines) + "\n");
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void index() {
        index = new Indexer(
                        List.of(new TypeScriptLanguage(), new JavaScriptLanguage()),
                        List.of(new ConductorDocuments()),
                        temp.resolve("cache"))
                .index(WorkTree.of(temp.resolve("app")));
    }

    private Symbol symbol(String name) {
        CodeIndex known = index;
        if (known == null) {
            index();
            return symbol(name);
        }
        return known.files().entrySet().stream()
                .flatMap(file -> file.getValue().functions().stream()
                        .filter(function -> function.name().equals(name))
                        .map(function -> Symbol.of(file.getKey(), function)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no function " + name));
    }

    /// How code comes to a function: the kind of way and its place, or `-`.
    private String way(String name) {
        Symbol symbol = symbol(name);
        Reachability known = reachability;
        if (known == null) {
            CodeIndex read = index;
            assertThat(read).isNotNull();
            known = Reachability.of(
                    read,
                    WorkTree.of(temp.resolve("app")),
                    List.of(),
                    flows,
                    Set.of(),
                    path -> path.contains(".test."));
            reachability = known;
        }
        return known.way(symbol)
                .map(way ->
                        "%s %s:%d%s".formatted(way.kind(), way.path(), way.line(), way.onError() ? " on error" : ""))
                .orElse("-");
    }

    @Test
    void followsImportsFromWhatActsWhenLoaded() {
        file("main.ts", "import { used } from './lib';", "used();");
        file("lib.ts", "export function used() { helper(); }", "function helper() {}", "export function left() {}");
        assertThat(way("used")).isEqualTo("NAMED main.ts:2");
        assertThat(way("helper")).isEqualTo("NAMED lib.ts:1");
        assertThat(way("left")).isEqualTo("-");
    }

    @Test
    void doesNotLoadHandlersThatNobodyImports() {
        file("main.ts", "run();", "function run() {}");
        file(
                "lonely.ts",
                "import { callee } from './lib';",
                "const lonely = () => callee();",
                "export const handlers = { lonely };");
        file("lib.ts", "export function callee() {}");
        file("library.ts", "export function boot() {}");
        assertThat(way("boot")).as("who calls it is not seen here").isEqualTo("NAMED library.ts:1");
        assertThat(way("lonely")).isEqualTo("-");
        assertThat(way("callee")).isEqualTo("-");
    }

    @Test
    void takesNoDeclarationImportOrEntryOfAMapForAUse() {
        file(
                "main.ts",
                "import { handlers, onOrder } from './orders';",
                "start(handlers.onPaid);",
                "function start(x: unknown) {}");
        file(
                "orders.ts",
                "export const onOrder = async (data: any) => data;",
                "export function onPaid() {}",
                "export const handlers = { onOrder, onPaid };",
                "export { onOrder as again };",
                "export default handlers;");
        assertThat(way("onPaid")).isEqualTo("NAMED main.ts:2");
        assertThat(way("onOrder")).isEqualTo("-");
    }

    @Test
    void takesAMapThatIsHandedOnForAllOfItsEntries() {
        file("main.ts", "import { handlers } from './orders';", "mountAll(handlers);");
        file("orders.ts", "export function onOrder() {}", "export const handlers = { onOrder };");
        assertThat(way("onOrder")).isEqualTo("HANDED_ON main.ts:2");
    }

    @Test
    void takesAnEntryByAComputedNameForAllThatFit() {
        file(
                "main.ts",
                "import * as hooks from './hooks';",
                "export function dispatch(kind: string) {",
                "  return hooks[`on${kind}`]();",
                "}",
                "dispatch('Paid');");
        file("hooks.ts", "export function onPaid() {}", "export function before() {}");
        assertThat(way("onPaid")).isEqualTo("COMPUTED main.ts:3");
        assertThat(way("before")).isEqualTo("-");
    }

    @Test
    void takesAnEntryByReflection() {
        file(
                "main.js",
                "import { registry } from './registry.js';",
                "console.log(Reflect.get(registry, process.argv[2]));");
        file("registry.js", "export function onPaid() {}", "export const registry = { onPaid };");
        assertThat(way("onPaid")).isEqualTo("COMPUTED main.js:2");
    }

    @Test
    void loadsModulesByComputedNames() {
        file("main.js", "const load = (name) => import(`./providers/${name}.js`);", "load('x').then((m) => m.go());");
        file("providers/post.js", "export function deliver() {}", "export const handlers = { deliver };");
        file("providers.js", "export function other() {}", "export const handlers = { other };");
        assertThat(way("deliver")).isEqualTo("LOADED main.js:1");
        assertThat(way("other")).isEqualTo("-");
    }

    @Test
    void loadsModulesThatSettingsName() {
        file(
                "main.js",
                "import config from './plugins.json' with { type: 'json' };",
                "for (const one of config) await import(one.module);");
        file("plugins.json", "[{\"module\": \"./tax/vat.js\", \"rate\": 20}]");
        file("tax/vat.js", "export function computeVat() {}", "export const handlers = { computeVat };");
        file("tax/gst.js", "export function computeGst() {}", "export const handlers = { computeGst };");
        assertThat(way("computeVat")).startsWith("LOADED ");
        assertThat(way("computeGst")).isEqualTo("-");
    }

    @Test
    void takesANameThatIsWrittenAsText() {
        file("main.js", "import './hooks.js';", "call('onRefundIssued');");
        file("hooks.js", "export function onRefundIssued() {}");
        assertThat(way("onRefundIssued")).isEqualTo("COMPUTED main.js:2");
    }

    @Test
    void ignoresCommentsTestsAndTextsBetweenTags() {
        file(
                "main.tsx",
                "// hidden()",
                "/* hidden() */",
                "render(<p>Don't hidden it</p>);",
                "const url = /hidden\\//;",
                "import './lib';");
        file("lib.ts", "export function hidden() {}");
        file("lib.test.ts", "import { hidden } from './lib';", "hidden();");
        assertThat(way("hidden")).isEqualTo("-");
    }

    @Test
    void tellsWhatIsReachedWhereErrorsAreHandled() {
        file(
                "main.js",
                "import { charge, refund, tell } from './pay.js';",
                "try {",
                "  charge();",
                "} catch (e) {",
                "  refund();",
                "}",
                "charge().catch(() => tell());");
        file("pay.js", "export function charge() {}", "export function refund() {}", "export function tell() {}");
        assertThat(way("charge")).isEqualTo("NAMED main.js:3");
        assertThat(way("refund")).isEqualTo("NAMED main.js:5 on error");
        assertThat(way("tell")).isEqualTo("NAMED main.js:7 on error");
    }

    @Test
    void playsASequenceThatCodeThatRunsAsksFor() {
        file("main.js", "import { conductor } from './c.js';", "conductor.play('Shop', 'pay-symphony');");
        file("c.js", "export const conductor = { play() {} };");
        file(
                "handlers.js",
                "import { conductor } from './c.js';",
                "export const pay = () => conductor.play('Mail', 'mail-symphony');",
                "export const mail = () => {};",
                "export const never = () => {};",
                "export const handlers = { pay, mail, never };",
                "export const byTopic = () => {};",
                "export const byClick = () => {};",
                "export const unmounted = () => {};");
        flow("pay-symphony", true, "pay");
        flow("mail-symphony", true, "mail");
        flow("never-symphony", true, "never");
        flow("unmounted-symphony", false, "unmounted");
        Way manifest = new Way(Way.Kind.NAMED, "interaction-manifest.json", 7, false);
        flows.add(new Flow("c", "c.json", 1, true, false, manifest, List.of(), List.of(symbol("byClick"))));
        flows.add(new Flow("t", "t.json", 1, true, false, null, List.of("topic.a"), List.of(symbol("byTopic"))));
        assertThat(way("pay")).isEqualTo("PLAYED main.js:2");
        assertThat(way("mail")).as("asked for by a handler that runs").isEqualTo("PLAYED handlers.js:2");
        assertThat(way("never")).isEqualTo("-");
        assertThat(way("byTopic")).as("nobody publishes its topic").isEqualTo("-");
        assertThat(way("unmounted")).isEqualTo("-");
        assertThat(way("byClick")).as("what people do").isEqualTo("PLAYED interaction-manifest.json:7");
    }

    @Test
    void countsAConstantTopicOnlyWhereItIsTaken() {
        file(
                "main.ts",
                "import { TOPICS } from './topics';",
                "bus.subscribe('topic.heard', () => {});",
                "bus.publish(TOPICS.SENT, {});");
        file("topics.ts", "export const TOPICS = {", "  SENT: 'topic.sent',", "  DROPPED: 'topic.dropped',", "};");
        file(
                "handlers.ts",
                "export const sent = () => {};",
                "export const dropped = () => {};",
                "export const heard = () => {};",
                "export const handlers = { sent, dropped, heard };");
        flows.add(new Flow("s", "s.json", 1, true, false, null, List.of("topic.sent"), List.of(symbol("sent"))));
        flows.add(new Flow("d", "d.json", 1, true, false, null, List.of("topic.dropped"), List.of(symbol("dropped"))));
        flows.add(new Flow("h", "h.json", 1, true, false, null, List.of("topic.heard"), List.of(symbol("heard"))));
        assertThat(way("sent")).startsWith("PLAYED ");
        assertThat(way("dropped")).isEqualTo("-");
        assertThat(way("heard")).as("a subscription publishes nothing").isEqualTo("-");
    }

    @Test
    void takesAPatternThatMostNamesFitOnlyWithWhatFillsIt() {
        file("main.js", "const kinds = ['pay'];", "play(`${kinds[0]}-symphony`);", "play(`mail-${x}-symphony`);");
        file(
                "handlers.js",
                "export const pay = () => {};",
                "export const refund = () => {};",
                "export const mail = () => {};",
                "export const handlers = { pay, refund, mail };");
        flow("pay-symphony", true, "pay");
        flow("refund-symphony", true, "refund");
        flow("mail-late-symphony", true, "mail");
        assertThat(way("pay")).isEqualTo("PLAYED main.js:2");
        assertThat(way("refund")).isEqualTo("-");
        assertThat(way("mail")).isEqualTo("PLAYED main.js:3");
    }

    @Test
    void seesNothingBehindAConstantThatIsOff() {
        file(
                "main.ts",
                "import { FLAGS } from './flags';",
                "import { drone, note, local, open } from './lib';",
                "const LOCAL = false;",
                "let OPEN = false;",
                "if (FLAGS.drones) {",
                "  drone();",
                "}",
                "if (FLAGS.notes) {",
                "  note();",
                "}",
                "if (LOCAL) {",
                "  local();",
                "}",
                "if (OPEN) {",
                "  open();",
                "}");
        file("flags.ts", "export const FLAGS = Object.freeze({ notes: true, drones: false });");
        file(
                "lib.ts",
                "export const drone = () => {};",
                "export const note = () => {};",
                "export const local = () => {};",
                "export const open = () => {};");
        assertThat(way("drone")).isEqualTo("-");
        assertThat(way("local")).isEqualTo("-");
        assertThat(way("note")).isEqualTo("NAMED main.ts:9");
        assertThat(way("open")).as("not a constant").isEqualTo("NAMED main.ts:15");
    }

    @Test
    void takesAllMethodsOfAClassThatIsUsed() {
        file("main.ts", "import Gate, { Other as Alias } from './gate';", "start(new Gate());", "start(new Alias());");
        file(
                "gate.ts",
                "export default class Gateway {",
                "  receive() { return this.#retry(); }",
                "  #retry() {}",
                "}",
                "export class Other {",
                "  send() {}",
                "}",
                "class Unused {",
                "  idle() {}",
                "}",
                "export const handlers = {};");
        assertThat(way("receive")).isEqualTo("NAMED main.ts:2");
        assertThat(way("send")).isEqualTo("NAMED main.ts:3");
        assertThat(way("idle")).isEqualTo("-");
    }

    private void flow(String sequence, boolean mounted, String handler) {
        flows.add(new Flow(sequence, sequence + ".json", 1, mounted, false, null, List.of(), List.of(symbol(handler))));
    }

    @Test
    void readsCodeThatIsCutAnywhere() {
        String whole = String.join(
                "\n",
                "import a, { b as c } from './lib'; export * as n from './lib'; export { c as d };",
                "const { handlers } = await import(`./x/${a ? `in${b}ner` : 'y'}.js`); export default a;",
                "export const map = Object.freeze({ a, b: c, [d]: () => /re[/]g\\/x/.test(e), f() { return g?.[h]; } });",
                "class A<T> extends B { #p = 1; static get q(): T[] { try { x() } catch (e) { y() } finally {} } }",
                "if (F.off) { z() } else if (G) {",
                "  Reflect.get(map, 'k' + l)(); globalThis[`on${m}`] = (o) => <p title=\"don't\">{o}'s</p>;",
                "} module.exports = { a }; promise.catch(() => { return false; });");
        for (int cut = 1; cut <= whole.length(); cut += 3) {
            file("src/cut" + cut + ".tsx", whole.substring(0, cut));
        }
        file("main.ts", "alive();", "function alive() {}");
        assertThat(way("alive")).isEqualTo("NAMED main.ts:1");
    }

    @Test
    void readsDamagedCodeToItsEnd() {
        file("main.js", "import { a } from './lib.js';", "const broken = `${a(", "'unclosed", "a();");
        file("lib.js", "export function a() {}", "}}}) [");
        assertThat(way("a")).startsWith(Way.Kind.NAMED.name());
    }
}
