package dev.backbeat.code.treesitter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.code.FileFacts;
import dev.backbeat.code.FileFacts.Function;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// What changes the hash of a function's body, and what does not.
class BodyHashTest {

    private static final String FACTORIAL = "function f(n) { return n < 2 ? 1 : n * f(n - 1); }";

    @Test
    void anotherNameIsTheSameBody() {
        assertThat(hash("a.js", "function g(n) { return n < 2 ? 1 : n * g(n - 1); }"))
                .isEqualTo(hash("a.js", FACTORIAL));
        assertThat(hash("a.ts", "class A { m(n: number) { return this.m(n) } }"))
                .isEqualTo(hash("a.ts", "class B { k(n: number) { return this.k(n) } }"));
        assertThat(hash("A.java", "class A { int m(int n) { return m(n) + this.m(n) + A.m(n); } }"))
                .isEqualTo(hash("A.java", "class A { int k(int n) { return k(n) + this.k(n) + A.k(n); } }"));
    }

    @Test
    void otherThingsOfTheSameNameAreNotTheFunction() {
        assertThat(hash("a.js", "function f(n) { return n.f }"))
                .isNotEqualTo(hash("a.js", "function g(n) { return n.g }"));
        assertThat(hash("a.js", "function f(n) { return n.f }"))
                .isEqualTo(hash("a.js", "function g(n) { return n.f }"));
        assertThat(hash("a.js", "const o = { f(n) { return f(n) } }"))
                .isEqualTo(hash("a.js", "const o = { g(n) { return f(n) } }"));
        assertThat(hash("A.java", "class A { int m(M n) { return n.m(); } }"))
                .isEqualTo(hash("A.java", "class A { int k(M n) { return n.m(); } }"));
    }

    @Test
    void commentsAndWhiteSpaceDoNotCount() {
        String commented = """
                // before
                function f( /* one */ n ) {
                  // in the body
                  return n<2 /* base */ ? 1
                    : n*f(n-1); // recursive
                }
                """;
        assertThat(hash("a.ts", commented)).isEqualTo(hash("a.ts", FACTORIAL));
        assertThat(hash("a.ts", commented.replace("\n", "\r\n").replace("  ", "\t")))
                .isEqualTo(hash("a.ts", FACTORIAL));
        assertThat(hash("a.ts", "const f = (a: Map<string, /* key */ number>) => a.b /* c */ . d"))
                .isEqualTo(hash("a.ts", "const f = (a:Map<string,number>)=>a.b.d"));
        assertThat(hash("A.java", "class A { void m(java.util . List<A /* of */> l) { x(l . y() /* z */); } }"))
                .isEqualTo(hash("A.java", "class A { void m(java.util.List<A> l) { x(l.y()); } }"));
    }

    @Test
    void whiteSpaceInTextsCounts() {
        assertThat(hash("a.js", "const f = () => 'a b'")).isNotEqualTo(hash("a.js", "const f = () => 'ab'"));
        assertThat(hash("a.js", "const f = () => g('a b')")).isNotEqualTo(hash("a.js", "const f = () => g('ab')"));
        assertThat(hash("a.js", "const f = () => `a b`")).isNotEqualTo(hash("a.js", "const f = () => `ab`"));
        assertThat(hash("a.js", "const f = () => /a b/")).isNotEqualTo(hash("a.js", "const f = () => /ab/"));
    }

    @Test
    void parametersAndBodyCount() {
        assertThat(hash("a.js", "function f(a) { return 1 }")).isNotEqualTo(hash("a.js", "function f(b) { return 1 }"));
        assertThat(hash("a.js", "function f(a) { return 1 }")).isNotEqualTo(hash("a.js", "function f(a) { return 2 }"));
        assertThat(hash("a.js", "const f = x => y")).isNotEqualTo(hash("a.js", "const f = y => x"));
    }

    @Test
    void similarBodiesShareShingles() {
        String body = "ctx.payload.id = data.id; const node = create(data.template); attach(node, ctx.canvas); ";
        Function one = only("a.js", "function f(data, ctx) { %s return node; }".formatted(body));
        Function other = only("a.js", "function f(data, ctx) { %s notify(node); return node; }".formatted(body));
        assertThat(one.shingles()).hasSizeGreaterThan(20);
        assertThat(other.shingles()).containsAnyElementsOf(one.shingles());
        long common = one.shingles().stream().filter(other.shingles()::contains).count();
        assertThat(common).isGreaterThan(one.shingles().size() * 3L / 4);
    }

    private static long hash(String path, String code) {
        return only(path, code).bodyHash();
    }

    private static Function only(String path, String code) {
        FileFacts facts = Cases.language(path).read(path, code.getBytes(StandardCharsets.UTF_8));
        assertThat(facts.syntaxErrors()).isZero();
        assertThat(facts.functions()).hasSize(1);
        return facts.functions().getFirst();
    }
}
