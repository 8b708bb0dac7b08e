package dev.backbeat.code.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.backbeat.code.Folder;
import dev.backbeat.code.SourceTree;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkTreeTest {

    @TempDir
    Path temp;

    private Folder folder;

    @BeforeEach
    void make() throws IOException {
        folder = new Folder(Files.createDirectory(temp.resolve("checkout")));
    }

    @Test
    void listsFilesSortedWithTheirContent() {
        folder.file("b/c.js", "c").file("a.js", "a").file("b.js", "");
        WorkTree tree = WorkTree.of(folder.root());

        assertThat(paths(tree)).containsExactly("a.js", "b.js", "b/c.js");
        assertThat(tree.content(tree.files().getFirst())).isEqualTo("a".getBytes(StandardCharsets.UTF_8));
        assertThat(tree.checkout()).isEqualTo("checkout");
        assertThat(tree.commit()).isEmpty();
        assertThat(tree.skipped()).isEmpty();
    }

    @Test
    void obeysIgnoreFilesOfAllFoldersAndTheNearestMost() {
        folder.file(".gitignore", "*.log", "dist/", "/only-here.js", "!kept.log")
                .file("a.log", "")
                .file("kept.log", "")
                .file("dist/x.js", "")
                .file("only-here.js", "")
                .file("deep/only-here.js", "")
                .file("deep/.gitignore", "!a.log", "kept.log", "own/*", "!own/again.js")
                .file("deep/a.log", "")
                .file("deep/kept.log", "")
                .file("deep/dist/x.js", "")
                .file("deep/own/gone.js", "")
                .file("deep/own/again.js", "");

        assertThat(paths(WorkTree.of(folder.root())))
                .containsExactly(
                        ".gitignore",
                        "deep/.gitignore",
                        "deep/a.log",
                        "deep/only-here.js",
                        "deep/own/again.js",
                        "kept.log");
    }

    @Test
    void obeysTheRulesAboveTheFolderInARepository() throws IOException {
        Files.createDirectories(temp.resolve(".git/info"));
        new Folder(temp).file(".gitignore", "dist/", "/checkout/generated.js").file(".git/info/exclude", "mine.js");
        folder.file("dist/x.js", "")
                .file("generated.js", "")
                .file("mine.js", "")
                .file("x.js", "");
        folder.file("sub/generated.js", "");

        assertThat(paths(WorkTree.of(folder.root()))).containsExactly("sub/generated.js", "x.js");
    }

    @Test
    void whoAsksForAnIgnoredFolderSeesIt() throws IOException {
        Files.createDirectories(temp.resolve(".git"));
        new Folder(temp).file(".gitignore", "build/");
        Folder ignored = new Folder(temp.resolve("build/out/app"));
        ignored.file("x.js", "").file("y.log", "").file(".gitignore", "*.log");

        assertThat(paths(WorkTree.of(ignored.root()))).containsExactly(".gitignore", "x.js");
    }

    @Test
    void rulesAboveAFolderThatIsNoRepositoryDoNotCount() {
        new Folder(temp).file(".gitignore", "*");
        folder.file("x.js", "");

        assertThat(paths(WorkTree.of(folder.root()))).containsExactly("x.js");
    }

    @Test
    void leavesPackagesAndItsOwnFoldersOut() {
        folder.file("node_modules/a/index.js", "")
                .file("packages/p/node_modules/b/index.js", "")
                .file(".backbeat/store/x.js", "")
                .file(".git/hooks/x.js", "")
                .file("x.js", "");

        assertThat(paths(WorkTree.of(folder.root()))).containsExactly("x.js");
    }

    @Test
    void followsNoLinkAndSaysWhichLeadOut() {
        new Folder(temp).file("outside/x.js", "");
        folder.file("a/x.js", "")
                .link("inside.js", "a/x.js")
                .link("folder", "a")
                .link("a/loop", "..")
                .link("out", "../outside")
                .link("self", "self")
                .link("nowhere.js", "missing.js");
        WorkTree tree = WorkTree.of(folder.root());

        assertThat(paths(tree)).containsExactly("a/x.js");
        assertThat(tree.skipped())
                .containsExactly(
                        new SourceTree.Skipped("nowhere.js", "it is a symbolic link that leads nowhere"),
                        new SourceTree.Skipped("out", "it is a symbolic link out of the checkout"),
                        new SourceTree.Skipped("self", "it is a symbolic link that leads nowhere"));
    }

    @Test
    void aLinkToTheFolderItselfIsFollowed() {
        folder.file("a.js", "");
        new Folder(temp).link("link", "checkout");
        WorkTree tree = WorkTree.of(temp.resolve("link"));

        assertThat(paths(tree)).containsExactly("a.js");
        assertThat(tree.checkout()).isEqualTo("checkout");
    }

    @Test
    void takesAnyName() {
        List<String> names = List.of("with space.js", "two\nlines.js", "tab\t.js", "back\\slash.js", "ünïcödé 🥁.js");
        names.forEach(name -> folder.file(name, name));
        WorkTree tree = WorkTree.of(folder.root());

        assertThat(paths(tree)).containsExactlyInAnyOrderElementsOf(names);
        assertThat(tree.files())
                .allSatisfy(file -> assertThat(new String(tree.content(file), StandardCharsets.UTF_8))
                        .isEqualTo(file.path()));
    }

    @Test
    void leavesHugeFilesOut() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.root().resolve("huge.js").toFile(), "rw")) {
            file.setLength(SourceTree.LARGEST_FILE + 1);
        }
        try (RandomAccessFile file =
                new RandomAccessFile(folder.root().resolve("large.js").toFile(), "rw")) {
            file.setLength(SourceTree.LARGEST_FILE);
        }
        WorkTree tree = WorkTree.of(folder.root());

        assertThat(paths(tree)).containsExactly("large.js");
        assertThat(tree.skipped()).containsExactly(new SourceTree.Skipped("huge.js", "it has 8388609 bytes"));
    }

    @Test
    void saysWhichFoldersCannotBeListed() throws IOException {
        assumeThat(System.getProperty("user.name"))
                .as("the superuser reads all")
                .isNotEqualTo("root");
        folder.file("secret/x.js", "").file("x.js", "");
        Path secret = folder.root().resolve("secret");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        try {
            WorkTree tree = WorkTree.of(folder.root());
            assertThat(paths(tree)).containsExactly("x.js");
            assertThat(tree.skipped()).extracting(SourceTree.Skipped::path).containsExactly("secret");
        } finally {
            Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void isMadeOfFoldersOnly() {
        folder.file("a.js", "");
        for (Path wrong : List.of(folder.root().resolve("a.js"), temp.resolve("missing"))) {
            assertThatThrownBy(() -> WorkTree.of(wrong)).isInstanceOfSatisfying(BackbeatException.class, e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.INPUT);
                assertThat(e).hasMessageContaining(wrong.toString());
            });
        }
    }

    @Test
    void aFileThatIsGoneCannotBeRead() throws IOException {
        folder.file("a.js", "");
        WorkTree tree = WorkTree.of(folder.root());
        Files.delete(folder.root().resolve("a.js"));

        assertThatThrownBy(() -> tree.content(tree.files().getFirst()))
                .isInstanceOfSatisfying(
                        BackbeatException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INPUT));
        assertThatThrownBy(() -> tree.content(new SourceTree.Entry("nul\0.js", 0, "")))
                .isInstanceOf(BackbeatException.class);
    }

    @Test
    void theStampChangesWithTheFile() throws IOException {
        FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Path file = folder.file("a.js", "one").root().resolve("a.js");
        Files.setLastModifiedTime(file, longAgo);
        String stamp = stamp();
        assertThat(stamp()).isEqualTo(stamp);

        Files.writeString(file, "two");
        assertThat(stamp()).as("a change just now").isNotEqualTo(stamp());
        Files.setLastModifiedTime(file, longAgo);
        Files.writeString(temp.resolve("other"), "six");
        Files.setLastModifiedTime(temp.resolve("other"), longAgo);
        Files.move(temp.resolve("other"), folder.root().resolve("b.js"));
        Files.delete(file);
        Files.move(folder.root().resolve("b.js"), file);
        assertThat(stamp()).as("another file of the same size and time").isNotEqualTo(stamp);
    }

    private String stamp() {
        return WorkTree.of(folder.root()).files().getFirst().stamp();
    }

    private static List<String> paths(SourceTree tree) {
        return tree.files().stream().map(SourceTree.Entry::path).toList();
    }
}
