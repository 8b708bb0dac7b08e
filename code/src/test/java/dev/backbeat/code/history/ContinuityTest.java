package dev.backbeat.code.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.code.FileFacts.Function;
import dev.backbeat.code.FileFacts.FunctionKind;
import dev.backbeat.code.Folder;
import dev.backbeat.code.Symbol;
import dev.backbeat.code.index.CodeIndex;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContinuityTest {

    private static final String BODY = "const sum = 0 for each item of cart add its price times count then return it";
    private static final String CHANGED =
            "const sum = 0 for each item of cart add its price times count and tax so return it";
    private static final String OTHER = "open the door walk in sit down take a book and read all night long";

    @TempDir
    Path temp;

    private Folder before;
    private Folder after;

    @BeforeEach
    void make() {
        before = new Folder(temp.resolve("before"));
        after = new Folder(temp.resolve("after"));
    }

    @Test
    void whatIsAtItsPlaceUnderItsNameIsTheSame() {
        before.file("a.js", function("total", BODY));
        after.file("a.js", "", function("total", OTHER), function("copy", BODY));

        assertBecomes("total", "a.js:2 total 0");
    }

    @Test
    void whatMovedIsFoundByItsBody() {
        before.file("a.js", function("total", BODY), function("stays", OTHER));
        after.file("a.js", function("stays", OTHER)).file("b.js", function("total", BODY), function("fresh", OTHER));

        assertBecomes("total", "b.js:1 total 100");
        assertBecomes("stays", "a.js:1 stays 100");
    }

    @Test
    void whatWasRenamedIsFoundByItsBody() {
        before.file("a.js", function("total", BODY));
        after.file("a.js", function("sum", BODY), function("fresh", OTHER));

        assertBecomes("total", "a.js:1 sum 100");
    }

    @Test
    void whatMovedAndWasRenamedIsFoundByItsBody() {
        before.file("a.js", function("total", BODY));
        after.file("b.js", function("sum", BODY));

        assertBecomes("total", "b.js:1 sum 100");
    }

    @Test
    void aChangedBodyIsFoundWhereItIsSimilarEnough() {
        before.file("a.js", function("total", BODY));
        after.file("b.js", function("total", CHANGED));
        assertBecomes("total", "b.js:1 total 55");

        after.file("b.js", function("sum", CHANGED));
        assertBecomes("total", "none");

        assertThat(becomes("total", Map.of("a.js", "b.js"))).isEqualTo("b.js:1 sum 55");
    }

    @Test
    void anEqualBodyIsAStrongerSignThanAName() {
        before.file("a.js", function("total", BODY));
        after.file("b.js", function("total", CHANGED), function("sum", BODY));

        assertBecomes("total", "b.js:2 sum 100");
    }

    @Test
    void ofTwoThatAreEquallyLikelyNoneIsTaken() {
        before.file("a.js", function("total", BODY));
        after.file("b.js", function("sum", BODY)).file("c.js", function("add", BODY));
        assertBecomes("total", "none");

        after.file("d.js", function("total", BODY));
        assertBecomes("total", "d.js:1 total 100");
    }

    @Test
    void trivialBodiesSayNothing() {
        before.file("a.js", function("total", "return true"));
        after.file("a.js", function("sum", "return true"));
        assertBecomes("total", "none");

        after.file("b.js", function("total", "return true"));
        assertBecomes("total", "b.js:1 total 100");
        after.file("c.js", function("total", "return true"));
        assertBecomes("total", "none");
        before.file("a.js", function("total", ""));
        after.file("b.js", function("sum", "")).file("c.js", "");
        assertBecomes("total", "none");
    }

    @Test
    void whatIsGoneOrWasNeverThereIsNothing() {
        before.file("a.js", function("total", BODY));
        after.file("a.js", function("fresh", OTHER));

        assertBecomes("total", "none");
        Continuity continuity = new Continuity(before.index(), after.index(), Map.of());
        assertThat(continuity.of(new Symbol("a.js", "never", 1, 1, 0))).isEmpty();
        assertThat(continuity.of(new Symbol("b.js", "total", 1, 1, 0))).isEmpty();
    }

    @Test
    void ofOverloadsTheOneWithTheSameBodyIsTaken() {
        before.file("a.js", function("total", OTHER), function("total", BODY));
        after.file("a.js", function("total", OTHER), "", function("total", BODY));
        CodeIndex earlier = before.index();
        Symbol second =
                Symbol.of("a.js", earlier.files().get("a.js").functions().getLast());

        assertThat(new Continuity(earlier, after.index(), Map.of()).of(second))
                .hasValueSatisfying(found -> assertThat(found.symbol().line()).isEqualTo(3));
    }

    @Test
    void similarityIsTheShareOfWhatBothHave() {
        assertThat(similarity(List.of(1, 2), List.of(2, 3))).isEqualTo(33);
        assertThat(similarity(List.of(1, 2, 3), List.of(1, 2, 3))).isEqualTo(99);
        assertThat(similarity(List.of(1, 2, 3, 4), List.of(1, 2, 3, 4, 5))).isEqualTo(80);
        assertThat(similarity(List.of(), List.of())).isZero();
        assertThat(similarity(List.of(), List.of(1))).isZero();
        assertThat(similarity(List.of(-5, 7), List.of(8, 9))).isZero();
        List<Integer> full = IntStream.range(0, 64).boxed().toList();
        List<Integer> half = IntStream.range(32, 96).boxed().toList();
        assertThat(similarity(full, half)).as("of the 64 smallest of both").isEqualTo(50);
    }

    @Test
    void aLargeChangeIsNotQuadratic() {
        for (int file = 0; file < 50; file++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 50; i++) {
                int number = file * 50 + i;
                String body = "let v%d = load %d then map %d and keep %d of all the items we know"
                        .formatted(number, number, number, number);
                text.append(function("f" + number, body)).append('\n');
            }
            before.file("old/f" + file + ".js", text.toString());
            after.file("new/f" + file + ".js", text.toString());
        }
        CodeIndex earlier = before.index();
        Continuity continuity = new Continuity(earlier, after.index(), Map.of());

        earlier.files()
                .forEach((path, facts) -> facts.functions()
                        .forEach(function -> assertThat(continuity.of(Symbol.of(path, function)))
                                .hasValueSatisfying(found ->
                                        assertThat(found.symbol().path()).isEqualTo(path.replace("old", "new")))));
    }

    private static int similarity(List<Integer> one, List<Integer> other) {
        return Continuity.similarity(function(1, one), function(2, other));
    }

    private static Function function(long hash, List<Integer> shingles) {
        return new Function("f", "f", FunctionKind.FUNCTION, 1, 1, true, List.of(), hash, shingles);
    }

    private static String function(String name, String body) {
        return "export function " + name + "() {" + body + "}";
    }

    private void assertBecomes(String name, String expected) {
        assertThat(becomes(name, Map.of())).isEqualTo(expected);
    }

    private String becomes(String name, Map<String, String> renamedFiles) {
        CodeIndex earlier = before.index();
        Function function = earlier.files().get("a.js").functions().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        Optional<Continuity.Successor> successor =
                new Continuity(earlier, after.index(), renamedFiles).of(Symbol.of("a.js", function));
        return successor.map(found -> found.symbol() + " " + found.similarity()).orElse("none");
    }
}
