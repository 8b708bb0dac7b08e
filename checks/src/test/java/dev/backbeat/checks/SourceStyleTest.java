package dev.backbeat.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The sources are small, documented and clean. Ratchets may only be lowered.
class SourceStyleTest {
    private static final int FILE_LINES = 500;
    private static final int FILE_LINES_P90 = 300;
    private static final int METHOD_LINES = 60;
    private static final int METHOD_LINES_P90 = 20;
    private static final int MINIMUM_FILES = 30;

    private static final List<Path> MAIN = Tree.mainSources();
    private static final List<JavaSource> PARSED = JavaSource.parse(MAIN);
    private static final List<Path> ALL = Tree.endingIn(".java").stream()
            .filter(file -> !Tree.slashed(file).startsWith("samples/"))
            .toList();

    // Written so that this file does not break its own rules.
    private static final Pattern OPEN_WORK = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern OLD_COMMENT = Pattern.compile("^\\s*/\\*\\*", Pattern.MULTILINE);
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?:](?=\\s|$)");

    @Test
    void seesTheSources() {
        assertThat(MAIN).hasSizeGreaterThan(MINIMUM_FILES);
        assertThat(PARSED).hasSameSizeAs(MAIN);
        assertThat(PARSED.stream().mapToInt(source -> source.methods().size()).sum())
                .isGreaterThan(MINIMUM_FILES);
    }

    @Test
    void filesAreShort() {
        assertThat(JavaSource.parse(ALL))
                .filteredOn(source -> source.lines() > FILE_LINES)
                .as("files over %d lines; split by responsibility", FILE_LINES)
                .extracting(JavaSource::file)
                .isEmpty();
        assertThat(p90(PARSED.stream().mapToInt(JavaSource::lines)))
                .as("p90 of the lines of a file")
                .isLessThanOrEqualTo(FILE_LINES_P90);
    }

    @Test
    void methodsAreShort() {
        List<JavaSource.Method> methods =
                PARSED.stream().flatMap(source -> source.methods().stream()).toList();
        assertThat(methods)
                .filteredOn(method -> method.lines() > METHOD_LINES)
                .as("methods over %d lines", METHOD_LINES)
                .isEmpty();
        assertThat(p90(methods.stream().mapToInt(JavaSource.Method::lines)))
                .as("p90 of the lines of a method")
                .isLessThanOrEqualTo(METHOD_LINES_P90);
    }

    @Test
    void publicTypesAreDocumented() {
        assertThat(PARSED.stream().flatMap(source -> source.undocumented().stream()))
                .as("public types without `///`")
                .isEmpty();
    }

    @Test
    void everyPackageOpensWithProse() {
        TreeSet<Path> folders = new TreeSet<>();
        for (Path file : MAIN) {
            if (!file.endsWith("module-info.java")) {
                folders.add(file.getParent());
            }
        }
        assertThat(folders).isNotEmpty();
        assertThat(folders.stream().filter(folder -> !opensWithProse(folder.resolve("package-info.java"))))
                .as("packages without a package-info.java that is @NullMarked and says in two sentences or more what it"
                        + " is, where to begin, what to beware of")
                .isEmpty();
    }

    @Test
    void onlyTheAppCatchesEverything() {
        assertThat(PARSED.stream()
                        .filter(source -> !Tree.slashed(source.file()).startsWith("app/"))
                        .flatMap(source -> source.genericErrors().stream()))
                .as("name the error, or let it go up to the app")
                .isEmpty();
    }

    @Test
    void textIsClean() {
        assertThat(ALL).hasSizeGreaterThan(MINIMUM_FILES);
        List<String> dirt = new ArrayList<>();
        for (Path file : ALL) {
            String text = Tree.text(file);
            note(dirt, file, "a tab", text.contains("\t"));
            note(
                    dirt,
                    file,
                    "line ends that are not LF, or none at the end",
                    text.contains("\r") || !text.endsWith("\n"));
            note(
                    dirt,
                    file,
                    "open work; it goes into an issue",
                    OPEN_WORK.matcher(text).find());
            note(
                    dirt,
                    file,
                    "an old doc comment; use `///`",
                    OLD_COMMENT.matcher(text).find());
        }
        assertThat(dirt).isEmpty();
    }

    private static void note(List<String> dirt, Path file, String what, boolean found) {
        if (found) {
            dirt.add(Tree.slashed(file) + " has " + what);
        }
    }

    private static boolean opensWithProse(Path opening) {
        if (!MAIN.contains(opening)) {
            return false;
        }
        String text = Tree.text(opening);
        String prose = text.lines()
                .filter(line -> line.startsWith("///"))
                .map(line -> line.substring(3))
                .collect(Collectors.joining("\n"));
        return text.contains("@NullMarked")
                && SENTENCE_END.matcher(prose).results().count() >= 2;
    }

    private static int p90(IntStream values) {
        int[] sorted = values.sorted().toArray();
        return sorted[(sorted.length - 1) * 9 / 10];
    }
}
