package dev.backbeat.code.module;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.code.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathAliasesTest {

    @TempDir
    Path temp;

    private Folder folder;

    @BeforeEach
    void make() throws IOException {
        folder = new Folder(Files.createDirectory(temp.resolve("checkout")));
        for (String path : new String[] {"src/a.ts", "src/lib/b.ts", "vendor/b.ts", "app/src/a.ts", "app/src/x.ts"}) {
            folder.file(path, "");
        }
    }

    @Test
    void patternsAreRelativeToTheBaseOrToTheirFile() {
        folder.file(
                "tsconfig.json",
                "// ours\n{\"compilerOptions\": {\"paths\": {\"@/*\": [\"./src/*\"], \"b\": [\"./vendor/b.ts\"]}}}");
        assertMeans("src/x.ts", "@/a", "src/a.ts");
        assertMeans("src/x.ts", "@/lib/b", "src/lib/b.ts");
        assertMeans("src/x.ts", "b", "vendor/b.ts");
        assertMeans("src/x.ts", "b/x", "");

        folder.file(
                "tsconfig.json", "{\"compilerOptions\": {\"baseUrl\": \"src\", \"paths\": {\"@/*\": [\"lib/*\"]}}}");
        assertMeans("src/x.ts", "@/b", "src/lib/b.ts");
        assertMeans("src/x.ts", "lib/b", "src/lib/b.ts");
        assertMeans("src/x.ts", "a", "src/a.ts");
    }

    @Test
    void theClosestPatternCountsAndItsTargetsInTurn() {
        folder.file("tsconfig.json", """
                {"compilerOptions": {"paths": {
                  "*": ["./src/*"], "lib/*": ["./missing/*", "./vendor/*"], "lib/b": ["./src/lib/b"], "*.js": ["./never/*"]
                }}}
                """);

        assertMeans("x.ts", "lib/b", "src/lib/b.ts");
        assertMeans("x.ts", "lib/b.ts", "vendor/b.ts");
        assertMeans("x.ts", "a", "src/a.ts");
    }

    @Test
    void whatIsExtendedCountsWhereNothingNearerIsSaid() {
        folder.file("base/tsconfig.base.json", "{\"compilerOptions\": {\"paths\": {\"@/*\": [\"../src/*\"]}}}")
                .file("tsconfig.json", "{\"extends\": \"./base/tsconfig.base\", \"compilerOptions\": {}}");
        assertMeans("x.ts", "@/a", "src/a.ts");

        folder.file(
                "tsconfig.json",
                "{\"extends\": \"./base/tsconfig.base.json\", \"compilerOptions\": {\"baseUrl\": \"app\"}}");
        assertMeans("x.ts", "@/a", "src/a.ts");
        assertMeans("x.ts", "src/x", "app/src/x.ts");

        folder.file(
                "tsconfig.json",
                "{\"extends\": \"./base/tsconfig.base.json\", \"compilerOptions\": {\"paths\": {\"~/*\": [\"./src/*\"]}}}");
        assertMeans("x.ts", "@/a", "");
        assertMeans("x.ts", "~/a", "src/a.ts");
    }

    @Test
    void ofSeveralThatAreExtendedTheLastCounts() {
        folder.file("tsconfig.one.json", "{\"compilerOptions\": {\"paths\": {\"@/*\": [\"./vendor/*\"]}}}")
                .file("tsconfig.two.json", "{\"compilerOptions\": {\"paths\": {\"@/*\": [\"./src/*\"]}}}")
                .file("tsconfig.json", "{\"extends\": [\"./tsconfig.one.json\", \"./tsconfig.two.json\"]}");

        assertMeans("x.ts", "@/a", "src/a.ts");
    }

    @Test
    void circlesAndNonsenseComeToAnEnd() {
        folder.file(
                        "tsconfig.json",
                        "{\"extends\": \"./tsconfig.other.json\", \"compilerOptions\": {\"paths\": {\"@/*\": 7, \"x\": [null]}}}")
                .file("tsconfig.other.json", "{\"extends\": \"./tsconfig.json\"}")
                .file("app/tsconfig.json", "[]");

        assertMeans("x.ts", "@/a", "");
        assertMeans("x.ts", "x", "");
        assertMeans("app/src/x.ts", "@/a", "");
    }

    @Test
    void theNearestFileAboveCounts() {
        folder.file("tsconfig.json", "{\"compilerOptions\": {\"paths\": {\"@/*\": [\"./src/*\"]}}}")
                .file("app/tsconfig.json", "{\"compilerOptions\": {\"paths\": {\"@/*\": [\"./src/*\"]}}}");

        assertMeans("app/src/x.ts", "@/a", "app/src/a.ts");
        assertMeans("lib/x.ts", "@/a", "src/a.ts");
    }

    @Test
    void aFileThatOnlyRefersToOthersBesideItMeansTheirs() {
        folder.file(
                        "tsconfig.json",
                        "{\"files\": [], \"references\": [{\"path\": \"./tsconfig.app.json\"}, {\"path\": \"./app\"}]}")
                .file("tsconfig.app.json", "{\"compilerOptions\": {\"paths\": {\"@/*\": [\"./src/*\"]}}}");

        assertMeans("src/x.ts", "@/a", "src/a.ts");
    }

    private void assertMeans(String from, String specifier, String file) {
        assertThat(new Modules(folder.index()).file(from, specifier).orElse(""))
                .as("`%s` in %s", specifier, from)
                .isEqualTo(file);
    }
}
