package dev.backbeat.code.treesitter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.code.FileFacts;
import dev.backbeat.code.FileFacts.Function;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever happens to a file, its facts can be told and are sound.
class DamagedFilesTest {

    private static final String PIECES = "(){}[]<>=>;:,.`'\"/*\\\n\r\t@#$ \u0000é\uFEFFaif";

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of(Cases.FILES);
    }

    @Property(tries = 150)
    void truncatedFilesAreRead(@ForAll("files") String file, @ForAll Random random) {
        byte[] content = Cases.bytes(file);
        check(file, Arrays.copyOf(content, random.nextInt(content.length + 1)));
    }

    @Property(tries = 250)
    void changedFilesAreRead(@ForAll("files") String file, @ForAll Random random) {
        byte[] content = Cases.bytes(file);
        byte[] pieces = PIECES.getBytes(StandardCharsets.UTF_8);
        for (int change = 1 + random.nextInt(20); change > 0; change--) {
            int at = random.nextInt(content.length);
            switch (random.nextInt(4)) {
                case 0 -> content[at] = (byte) random.nextInt(256);
                case 1 -> content[at] = pieces[random.nextInt(pieces.length)];
                case 2 -> content = without(content, at, Math.min(content.length, at + random.nextInt(80)));
                default -> content = swapped(content, at, random.nextInt(content.length));
            }
            if (content.length == 0) {
                break;
            }
        }
        check(file, content);
    }

    private static byte[] without(byte[] content, int from, int to) {
        byte[] rest = Arrays.copyOf(content, content.length - (to - from));
        System.arraycopy(content, to, rest, from, content.length - to);
        return rest;
    }

    private static byte[] swapped(byte[] content, int one, int other) {
        byte kept = content[one];
        content[one] = content[other];
        content[other] = kept;
        return content;
    }

    private static void check(String file, byte[] content) {
        FileFacts facts = Cases.language(file).read(file, content);
        assertThat(Cases.language(file).read(file, content)).isEqualTo(facts);
        List<Function> functions = facts.functions();
        assertThat(functions).allSatisfy(function -> {
            assertThat(function.line()).isBetween(1, facts.lines());
            assertThat(function.endLine()).isBetween(function.line(), facts.lines());
            assertThat(function.shingles()).isSorted().doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(64);
            assertThat(function.name()).isNotEmpty();
            assertThat(function.parameters()).allMatch(parameter -> parameter.length() <= 80);
        });
        List<String> names = functions.stream().map(Function::qualifiedName).toList();
        assertThat(facts.calls()).allMatch(call -> call.function().isEmpty() || names.contains(call.function()));
        assertThat(facts.calls()).allMatch(call -> call.callee().length() <= 120);
        assertThat(facts.firstErrorLine()).isBetween(facts.syntaxErrors() == 0 ? 0 : 1, Math.max(1, facts.lines()));
    }
}
