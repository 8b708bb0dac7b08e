package dev.backbeat.code.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.code.Folder;
import dev.backbeat.code.SourceTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledPackagesTest {

    @TempDir
    Path temp;

    private Folder folder;

    @BeforeEach
    void make() throws IOException {
        folder = new Folder(Files.createDirectory(temp.resolve("checkout")));
    }

    @Test
    void areListedWithTheirScopes() {
        folder.file("node_modules/b/index.js", "")
                .file("node_modules/@acme/cart/index.js", "")
                .file("node_modules/.bin/tool", "")
                .file("node_modules/.package-lock.json", "");

        assertThat(WorkTree.of(folder.root()).installedPackages())
                .containsExactly("node_modules/@acme/cart", "node_modules/b");
    }

    @Test
    void haveFilesThoughTheyAreIgnored() {
        folder.file(".gitignore", "node_modules")
                .file("node_modules/b/dist/index.js", "b")
                .file("node_modules/b/.gitignore", "dist")
                .file("node_modules/b/node_modules/c/index.js", "");

        assertThat(files("node_modules/b"))
                .containsExactly("node_modules/b/.gitignore", "node_modules/b/dist/index.js");
    }

    @Test
    void haveTheNameTheyAreInstalledUnderWhereTheyAreLinkedToAStore() {
        folder.file("node_modules/.pnpm/b@1.0.0/node_modules/b/index.js", "b")
                .link("node_modules/b", ".pnpm/b@1.0.0/node_modules/b");

        assertThat(files("node_modules/b")).containsExactly("node_modules/b/index.js");
        WorkTree tree = WorkTree.of(folder.root());
        assertThat(tree.content(tree.packageFiles("node_modules/b").getFirst()))
                .isEqualTo("b".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void haveNoFilesWhereTheyAreWorkspacesOrElsewhere() {
        new Folder(temp).file("elsewhere/index.js", "");
        folder.file("packages/b/index.js", "")
                .link("node_modules/b", "../packages/b")
                .link("node_modules/c", "../../elsewhere")
                .link("node_modules/d", "../missing");
        WorkTree tree = WorkTree.of(folder.root());

        assertThat(tree.packageFiles("node_modules/b")).isEmpty();
        assertThat(tree.packageFiles("node_modules/c")).isEmpty();
        assertThat(tree.packageFiles("node_modules/d")).isEmpty();
        assertThat(tree.skipped())
                .extracting(SourceTree.Skipped::path)
                .containsExactly("node_modules/c", "node_modules/d");
    }

    @Test
    void areAskedForAFolderWithoutBeingRead() {
        folder.file("node_modules/a/json-sequences/x.json", "")
                .file("node_modules/b/dist/json-sequences/x.json", "")
                .file("node_modules/c/dist/x.json", "");
        WorkTree tree = WorkTree.of(folder.root());

        assertThat(tree.installedPackages().stream().filter(name -> tree.hasFolder(name, "json-sequences")))
                .containsExactly("node_modules/a", "node_modules/b");
    }

    private List<String> files(String installed) {
        return WorkTree.of(folder.root()).packageFiles(installed).stream()
                .map(SourceTree.Entry::path)
                .toList();
    }
}
