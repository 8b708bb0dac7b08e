package dev.backbeat.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.backbeat.ingest.Layout;
import dev.backbeat.ingest.claims.ReportFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

/// The documentation says what is there, and all of it.
class DocsTest {
    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)[^)]*\\)");
    private static final Pattern CODE = Pattern.compile("`((?:[\\w.-]+/)+[\\w.-]*)`");

    @Test
    void everyLinkedFileExists() {
        List<String> missing = new ArrayList<>();
        for (Path page : pages()) {
            Matcher link = LINK.matcher(FENCED.matcher(Tree.text(page)).replaceAll(""));
            while (link.find()) {
                String target = link.group(1).replaceFirst("#.*", "");
                boolean outside = target.matches("[a-z][a-z0-9+.-]*:.*") || target.isEmpty();
                Path path = Tree.top().resolve(page).resolveSibling(target);
                if (!outside && !Files.exists(path)) {
                    missing.add(Tree.slashed(page) + " links to " + target);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /// What stands in backticks and begins with a folder of ours is a path from the top folder.
    @Test
    void everyCitedPathExists() {
        List<String> folders = Tree.foldersBelow("");
        List<String> missing = new ArrayList<>();
        for (Path page : pages()) {
            Matcher cited = CODE.matcher(FENCED.matcher(Tree.text(page)).replaceAll(""));
            while (cited.find()) {
                String path = cited.group(1);
                boolean ours = folders.contains(path.substring(0, path.indexOf('/')));
                boolean built = path.contains("/target/");
                if (ours && !built && !Files.exists(Tree.top().resolve(path))) {
                    missing.add(Tree.slashed(page) + " cites " + path);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyVerbIsInTheReference() {
        TreeSet<String> verbs = new TreeSet<>();
        int commands = 0;
        for (JavaClass type : Production.classes()) {
            if (type.isAnnotatedWith(Command.class)) {
                commands++;
                verbs.add(type.getAnnotationOfType(Command.class).name());
            }
        }
        assertThat(commands).as("picocli commands seen").isPositive();
        verbs.removeAll(List.of("backbeat", "<main class>"));
        assertMentioned("docs/reference/cli.md", verbs);
    }

    @Test
    void everyLayoutIsInTheReferenceAndHasAGoldenCase() throws ReflectiveOperationException {
        TreeSet<String> ids = new TreeSet<>();
        for (JavaClass type : Production.classes()) {
            boolean made = !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT);
            if (made && type.isAssignableTo(Layout.class)) {
                var constructor = type.reflect().getDeclaredConstructor();
                constructor.setAccessible(true);
                ids.add(((Layout) constructor.newInstance()).id());
            }
        }
        assertThat(ids)
                .as("layouts seen, one for each folder")
                .hasSameSizeAs(Tree.foldersBelow("ingest/src/main/java/dev/backbeat/ingest/layout"));
        assertMentioned("docs/reference/formats.md", ids);
        assertThat(ids)
                .allSatisfy(id -> assertThat(Tree.foldersBelow("samples/formats/" + id))
                        .as("golden cases of " + id)
                        .isNotEmpty());
    }

    @Test
    void everyFormatOfReportsIsInTheReference() throws ReflectiveOperationException {
        TreeSet<String> ids = new TreeSet<>();
        for (JavaClass type : Production.classes()) {
            if (!type.isInterface() && type.isAssignableTo(ReportFormat.class)) {
                ids.add(((ReportFormat) type.reflect().getDeclaredConstructor().newInstance()).id());
            }
        }
        assertThat(ids)
                .as("formats seen, one for each folder")
                .hasSameSizeAs(Tree.foldersBelow("ingest/src/main/java/dev/backbeat/ingest/claims"));
        assertMentioned("docs/reference/formats.md", ids);
        assertMentioned("docs/how-to/claims.md", ids);
    }

    @Test
    void everyOutputIsInTheReference() {
        TreeSet<String> folders = new TreeSet<>(Tree.foldersBelow("outputs/src/main/java/dev/backbeat/output"));
        assertThat(folders).as("outputs seen").contains("terminal", "json", "html", "sarif");
        // A folder is called as its output is, without the hyphens, which packages can't have.
        List<String> told = Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE)
                .matcher(Tree.text(Path.of("docs/reference/outputs.md")))
                .results()
                .map(row -> row.group(1).replace("-", ""))
                .toList();
        assertThat(told).containsExactlyInAnyOrderElementsOf(folders);
    }

    private static void assertMentioned(String page, TreeSet<String> names) {
        if (names.isEmpty()) {
            return;
        }
        assertThat(Tree.top().resolve(page)).exists();
        String text = Tree.text(Path.of(page));
        assertThat(names)
                .allSatisfy(name -> assertThat(Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])")
                                .matcher(text)
                                .find())
                        .as("`%s` in %s", name, page)
                        .isTrue());
    }

    private static List<Path> pages() {
        return Stream.concat(
                        Stream.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")
                                .map(Path::of),
                        Tree.endingIn(".md").stream().filter(file -> file.startsWith("docs")))
                .filter(Tree.files()::contains)
                .toList();
    }
}
