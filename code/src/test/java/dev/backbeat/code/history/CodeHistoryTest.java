package dev.backbeat.code.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backbeat.code.Folder;
import dev.backbeat.code.Repo;
import dev.backbeat.code.SourceTree;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.BundleWriter;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeHistoryTest {

    private static Optional<Path> shared = Optional.empty();

    @TempDir
    Path temp;

    private Repo repo;

    @BeforeEach
    void make() {
        repo = Repo.in(temp.resolve("repo"));
    }

    @AfterEach
    void close() {
        repo.close();
    }

    @Test
    void isThereOnlyInARepository() throws IOException {
        Path bare = Files.createDirectory(temp.resolve("plain"));

        assertThat(CodeHistory.of(bare)).isEmpty();
        assertUnreadable(() -> CodeHistory.of(temp.resolve("missing")));
        assertUnreadable(() -> CodeHistory.of(Files.writeString(temp.resolve("file"), "")));
    }

    @Test
    void hasNoHeadBeforeTheFirstCommit() {
        try (CodeHistory history = history("")) {
            assertThat(history.head()).isEmpty();
            assertThat(history.commit("main")).isEmpty();
        }
    }

    @Test
    void findsCommitsByAnyName() {
        String first = repo.file("a.js", "1").commit("first");
        repo.tag("v1.0");
        String second = repo.file("a.js", "2").commit("second");
        try (CodeHistory history = history("")) {
            assertThat(history.head()).contains(second);
            assertThat(history.commit(first)).contains(first);
            assertThat(history.commit(first.substring(0, 10))).contains(first);
            assertThat(history.commit("v1.0")).as("an annotated tag").contains(first);
            assertThat(history.commit("main")).contains(second);
            assertThat(history.tagged("v1.0")).contains(first);
            assertThat(history.tagged("main")).isEmpty();
            assertThat(history.tagged("v1.0~0")).as("no expressions").isEmpty();
            assertThat(history.tagged("v1.0-0-g" + first.substring(0, 9))).isEmpty();
            assertThat(history.tagged("")).isEmpty();
            assertThat(history.commit("0".repeat(40))).isEmpty();
            assertThat(history.isAncestor(first, second)).isTrue();
            assertThat(history.isAncestor(second, first)).isFalse();
            assertThat(history.isAncestor(first, "0".repeat(40))).isFalse();
            assertThat(history.commit(first + "0")).isEmpty();
        }
    }

    @BeforeContainer
    static void shareARepository() throws IOException {
        Path root = Files.createTempDirectory("history");
        shared = Optional.of(root);
        try (Repo made = Repo.in(root)) {
            made.file("a.js", "1").commit("first");
            made.tag("v1");
            made.file("a.js", "2").commit("second");
        }
    }

    @AfterContainer
    static void removeIt() throws IOException {
        try (var files = Files.walk(shared.orElseThrow())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Property(tries = 300)
    void whatTelemetryCallsACommitIsACommitOrNone(@ForAll("revisions") String revision) {
        try (CodeHistory history = CodeHistory.of(shared.orElseThrow()).orElseThrow()) {
            assertThat(history.commit(revision))
                    .satisfiesAnyOf(
                            found -> assertThat(found).isEmpty(),
                            found -> assertThat(found.orElseThrow()).hasSize(40));
            history.tagged(revision);
        }
    }

    @Provide
    Arbitrary<String> revisions() {
        Arbitrary<String> piece = Arbitraries.of(
                "v1",
                "HEAD",
                "main",
                "@",
                "{",
                "}",
                "^",
                "~",
                "-",
                "1",
                ":",
                "/",
                "..",
                "...",
                "@{upstream}",
                "@{-1}",
                "@{1.day.ago}",
                "^{",
                "^{}",
                "^{tree}",
                "-g",
                "abcdef0",
                " ",
                "\n",
                "\0",
                "ü",
                "a.js",
                "$",
                "\\",
                "*",
                ".lock");
        return piece.list().ofMaxSize(5).map(pieces -> String.join("", pieces));
    }

    @Test
    void hasTheContentOfFiles() {
        String first = repo.file("app/a.js", "one").file("b.js", "b").commit("first");
        repo.folder().file("app/huge.js", new byte[(int) SourceTree.LARGEST_FILE + 1]);
        String second = repo.file("app/a.js", "two").commit("second");
        try (CodeHistory history = history("app")) {
            assertThat(history.content(first, "a.js")).contains("one".getBytes(StandardCharsets.UTF_8));
            assertThat(history.content(second, "a.js")).contains("two".getBytes(StandardCharsets.UTF_8));
            assertThat(history.content(first, "b.js")).isEmpty();
            assertThat(history.content(first, "")).isEmpty();
            assertUnreadable(() -> history.content(second, "huge.js"));
            assertUnreadable(() -> history.content("1".repeat(40), "a.js"));
        }
    }

    @Test
    void seesRenamedFilesOfItsFolder() throws IOException {
        String text = "a line that says something\n".repeat(20);
        String first = repo.file("app/a.js", text)
                .file("other/b.js", text + "b")
                .file("app/c.js", "c")
                .commit("first");
        Files.createDirectories(temp.resolve("repo/app/deep"));
        Files.move(temp.resolve("repo/app/a.js"), temp.resolve("repo/app/deep/z.js"));
        Files.move(temp.resolve("repo/other/b.js"), temp.resolve("repo/other/y.js"));
        String second = repo.commit("second");
        try (CodeHistory app = history("app");
                CodeHistory all = history("")) {
            assertThat(app.renamedFiles(first, second)).isEqualTo(Map.of("a.js", "deep/z.js"));
            assertThat(app.renamedFiles(second, first)).isEqualTo(Map.of("deep/z.js", "a.js"));
            assertThat(app.renamedFiles(first, first)).isEmpty();
            assertThat(all.renamedFiles(first, second))
                    .isEqualTo(Map.of("app/a.js", "app/deep/z.js", "other/b.js", "other/y.js"));
            assertUnreadable(() -> all.renamedFiles(first, "1".repeat(40)));
        }
    }

    @Test
    void aDamagedRepositoryIsSaidSo() {
        repo.commit("first");
        new Folder(temp.resolve("repo/.git")).file("config", "[core\nrepositoryformatversion = what");

        assertUnreadable(() -> CodeHistory.of(temp.resolve("repo")));
    }

    @Test
    void settingsOfTheMachineDoNotCount() throws IOException {
        try (CodeHistory history = history("")) {
            assertThat(history.head()).isEmpty();
        }
        SystemReader reader = SystemReader.getInstance();

        assertThat(reader).isInstanceOf(GitSettings.class);
        assertThat(reader.openUserConfig(null, FS.DETECTED).getSections()).isEmpty();
    }

    @Test
    void aBundleIsCheckedOutOnce() throws IOException {
        String commit = repo.file("a.js", "a").commit("first");
        Path bundle = temp.resolve("all.bundle");
        try (var out = Files.newOutputStream(bundle)) {
            var writer = new BundleWriter(repo.git().getRepository());
            writer.include("HEAD", ObjectId.fromString(commit));
            writer.include("refs/heads/main", ObjectId.fromString(commit));
            writer.writeBundle(NullProgressMonitor.INSTANCE, out);
        }
        Path checkout = temp.resolve("checkout");
        Bundle.checkOut(bundle, checkout);
        Bundle.checkOut(temp.resolve("gone.bundle"), checkout);

        assertThat(checkout.resolve("a.js")).hasContent("a");
        assertUnreadable(() -> Bundle.checkOut(temp.resolve("gone.bundle"), temp.resolve("new")));
    }

    private CodeHistory history(String below) {
        return CodeHistory.of(temp.resolve("repo").resolve(below)).orElseThrow();
    }

    private static void assertUnreadable(ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        BackbeatException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INPUT));
    }
}
