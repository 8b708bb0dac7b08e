package dev.backbeat.code.treesitter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.code.FileFacts;
import dev.backbeat.code.FileFacts.Function;
import dev.backbeat.code.treesitter.draft.Scopes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files that are empty, broken, huge, nested without end, or not what they say they are.
class OddFilesTest {

    @Test
    void emptyFilesSayNothing() {
        for (String path : List.of("a.ts", "a.tsx", "a.js", "A.java")) {
            FileFacts facts = read(path, "");
            assertThat(facts.lines()).isZero();
            assertThat(facts.syntaxErrors()).isZero();
            assertThat(facts.functions()).isEmpty();
        }
    }

    @Test
    void linesAreCounted() {
        assertThat(read("a.ts", "a").lines()).isOne();
        assertThat(read("a.ts", "a\n").lines()).isOne();
        assertThat(read("a.ts", "a\r\nb").lines()).isEqualTo(2);
    }

    @Test
    void theRestOfABrokenFileIsRead() {
        FileFacts facts = read("a.ts", "function a() {}\n\nconst = = ;\nfunction b() { return 1 }\n");
        assertThat(facts.syntaxErrors()).isPositive();
        assertThat(facts.firstErrorLine()).isEqualTo(3);
        assertThat(facts.functions()).extracting(Function::name).contains("a", "b");
        assertThat(read("A.java", "class A { void a() {} void ( { } void b() {} }")
                        .functions())
                .extracting(Function::name)
                .contains("a");
    }

    @Test
    void marksOfByteOrderAndLineEndsAndTabsDoNotMatter() {
        FileFacts plain = read("a.ts", "export function a() {\n  b();\n}\n");
        FileFacts odd = read("a.ts", "\uFEFFexport function a() {\r\n\tb();\r\n}\r\n");
        assertThat(odd).isEqualTo(plain);
        assertThat(read("A.java", "\uFEFFclass A { void a() {} }").syntaxErrors())
                .isZero();
    }

    @Test
    void bytesThatAreNoTextDoNotStopIt() {
        byte[] content = "function a() {}\n// ??\nfunction b() {}\n".getBytes(StandardCharsets.ISO_8859_1);
        content[19] = (byte) 0xC3;
        content[20] = (byte) 0xFF;
        FileFacts facts = Cases.language("a.js").read("a.js", content);
        assertThat(facts.functions()).extracting(Function::name).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "a.js x= ( 1 )",
                "a.js x= {a: 1 }",
                "a.js x= [ 1 ]",
                "a.js x= `${ 1 }`",
                "a.js x= a. b ''",
                "a.js x= a+ b ''",
                "a.js x= a?b: c ''",
                "a.js x= b=> 1 ''",
                "a.js x= function(){ 1 }",
                "a.js '' {x= 1 ''",
                "a.ts x= <A> b ''",
                "a.ts 'let x:' A< B >",
                "a.tsx x= <a> b </a>",
                "A.java 'class A{int x=' ( 1 )",
                "A.java 'class A{X<' A< B >",
                "A.java 'class A{Object x=' a-> 1 ''",
            })
    void noNestingIsTooDeep(String path, String start, String opening, String middle, String closing) {
        int depth = 8_000;
        String end = closing == null ? "" : closing;
        String code = (start == null ? "" : start) + opening.repeat(depth) + middle + end.repeat(depth);
        assertThat(read(path, code).lines()).isOne();
    }

    @Test
    void functionsThatLieTooDeepAreLeftOut() {
        int depth = 2_000;
        FileFacts facts = read("a.js", "function f(){".repeat(depth) + "}".repeat(depth));
        assertThat(facts.functions()).hasSize(Scopes.DEEPEST);
    }

    @Test
    void whatIsNoCodeIsGivenUp() {
        String words = "class function a if export { } ( ) => const = import from ; ";
        FileFacts facts = read("a.ts", words.repeat(1_000));
        assertThat(facts.syntaxErrors()).isPositive();
        assertThat(facts.firstErrorLine()).isOne();
    }

    @Test
    void aLineOfAMebibyteIsRead() {
        String piece = "function f(t,e){return t.payload.x=e,r.publish('topic',function(){return e})}";
        int times = (1 << 20) / piece.length();
        FileFacts facts = read("a.min.js", piece.repeat(times));
        assertThat(facts.functions()).hasSize(times);
        assertThat(facts.calls()).hasSize(times);
        assertThat(facts.stateAccesses()).hasSize(times);
    }

    @Test
    void manyThreadsReadAtOnce() throws Exception {
        List<FileFacts> expected = Cases.FILES.stream().map(OddFilesTest::facts).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<FileFacts>> tasks = Cases.FILES.stream()
                    .<Callable<FileFacts>>map(file -> () -> facts(file))
                    .toList();
            for (int round = 0; round < 20; round++) {
                List<FileFacts> found =
                        threads.invokeAll(tasks).stream().map(Future::resultNow).toList();
                assertThat(found).isEqualTo(expected);
            }
        }
    }

    private static FileFacts facts(String file) {
        return Cases.language(file).read(file, Cases.bytes(file));
    }

    private static FileFacts read(String path, String code) {
        return Cases.language(path).read(path, code.getBytes(StandardCharsets.UTF_8));
    }
}
