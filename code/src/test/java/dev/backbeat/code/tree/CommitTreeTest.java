package dev.backbeat.code.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backbeat.code.Repo;
import dev.backbeat.code.SourceTree;
import dev.backbeat.code.history.CodeHistory;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitTreeTest {

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
    void hasTheFilesOfItsCommitOnly() {
        String first = repo.file("b/c.js", "one").file("b.js", "").commit("first");
        repo.file("b/c.js", "two").file("later.js", "").commit("second");
        SourceTree tree = tree("", first);

        assertThat(paths(tree)).containsExactly("b.js", "b/c.js");
        assertThat(tree.content(tree.files().getLast())).isEqualTo("one".getBytes(StandardCharsets.UTF_8));
        assertThat(tree.files().getLast().stamp()).isEqualTo(GitHash.of("one"));
        assertThat(tree.commit()).contains(first);
        assertThat(tree.checkout()).isEqualTo("repo");
    }

    @Test
    void ofASubfolderHasTheFilesBelowIt() {
        String commit = repo.file("app/a.js", "")
                .file("app/b/c.js", "")
                .file("app2/d.js", "")
                .file("e.js", "")
                .commit("all");

        assertThat(paths(tree("app", commit))).containsExactly("a.js", "b/c.js");
    }

    @Test
    void ofAFolderThatWasAFileOrIsMissingIsEmpty() throws IOException {
        String before = repo.file("app", "once a file").commit("file");
        Files.delete(temp.resolve("repo/app"));
        repo.file("app/a.js", "").file("new/b.js", "").commit("folder");

        assertThat(tree("app", before).files()).isEmpty();
        assertThat(tree("new", before).files()).isEmpty();
    }

    @Test
    void saysWhatItLeavesOut() throws IOException {
        repo.folder()
                .file("big.js", new byte[(int) SourceTree.LARGEST_FILE + 1])
                .file("a/x.js", new byte[1])
                .link("a/inside", "../a/x.js")
                .link("a/out", "../../elsewhere")
                .link("absolute", "/etc/hosts");
        repo.file("node_modules/m/x.js", "").file("p/node_modules/m/x.js", "").file(".backbeat/x.js", "");
        repo.commit("files");
        DirCache index = repo.git().getRepository().lockDirCache();
        var builder = index.builder();
        builder.keep(0, index.getEntryCount());
        DirCacheEntry module = new DirCacheEntry("module");
        module.setFileMode(FileMode.GITLINK);
        module.setObjectId(ObjectId.fromString("1".repeat(40)));
        builder.add(module);
        builder.commit();
        String commit;
        try {
            commit = repo.git()
                    .commit()
                    .setMessage("module")
                    .setSign(false)
                    .call()
                    .name();
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
        SourceTree tree = tree("", commit);

        assertThat(paths(tree)).containsExactly("a/x.js");
        assertThat(tree.skipped())
                .containsExactly(
                        new SourceTree.Skipped("a/out", "it is a symbolic link out of the checkout"),
                        new SourceTree.Skipped("absolute", "it is a symbolic link out of the checkout"),
                        new SourceTree.Skipped("big.js", "it has 8388609 bytes"),
                        new SourceTree.Skipped("module", "it is a submodule, a repository of its own"));
    }

    @Test
    void takesAnyName() {
        List<String> names = List.of("with space.js", "two\nlines.js", "ünïcödé 🥁.js");
        names.forEach(name -> repo.file(name, name));

        assertThat(paths(tree("", repo.commit("names")))).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void isReadFromABareRepository() throws GitAPIException {
        String commit = repo.file("a.js", "a").commit("first");
        Path bare = temp.resolve("bare.git");
        Git.cloneRepository()
                .setBare(true)
                .setURI(repo.folder().root().toUri().toString())
                .setDirectory(bare.toFile())
                .call()
                .close();
        try (CodeHistory history = CodeHistory.of(bare).orElseThrow()) {
            assertThat(history.head()).contains(commit);
            assertThat(paths(history.tree(commit))).containsExactly("a.js");
        }
    }

    @Test
    void ofAShallowRepositoryIsThereAsFarAsItGoes() throws GitAPIException {
        String first = repo.file("a.js", "a").commit("first");
        String second = repo.file("b.js", "b").commit("second");
        Path shallow = temp.resolve("shallow");
        Git.cloneRepository()
                .setDepth(1)
                .setURI(repo.folder().root().toUri().toString())
                .setDirectory(shallow.toFile())
                .call()
                .close();
        try (CodeHistory history = CodeHistory.of(shallow).orElseThrow()) {
            assertThat(paths(history.tree(second))).containsExactly("a.js", "b.js");
            assertThat(history.commit(first)).isEmpty();
            assertUnreadable(() -> history.tree(first));
        }
    }

    @Test
    void ofACommitThatIsNotThereCannotBeRead() {
        repo.file("a.js", "").commit("first");

        assertUnreadable(() -> tree("", "0123456789".repeat(4)));
    }

    @Test
    void aContentThatIsNotInTheRepositoryIsLeftOut() throws IOException {
        String commit = repo.file("a.js", "a").file("b.js", "b").commit("first");
        String blob = GitHash.of("a");
        Files.delete(temp.resolve("repo/.git/objects/" + blob.substring(0, 2) + "/" + blob.substring(2)));
        SourceTree tree = tree("", commit);

        assertThat(paths(tree)).containsExactly("b.js");
        assertThat(tree.skipped())
                .containsExactly(new SourceTree.Skipped(
                        "a.js", "its content is not in the repository, which is a partial clone"));
        assertUnreadable(() -> tree.content(new SourceTree.Entry("a.js", 1, blob)));
    }

    private SourceTree tree(String below, String commit) {
        try (CodeHistory history =
                CodeHistory.of(directory(temp.resolve("repo").resolve(below))).orElseThrow()) {
            return history.tree(commit);
        }
    }

    private static Path directory(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertUnreadable(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(BackbeatException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.INPUT);
            assertThat(e.hint()).isPresent();
        });
    }

    private static List<String> paths(SourceTree tree) {
        return tree.files().stream().map(SourceTree.Entry::path).toList();
    }
}
