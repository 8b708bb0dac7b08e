package dev.backbeat.code.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backbeat.code.CodeProblem;
import dev.backbeat.code.FileFacts;
import dev.backbeat.code.Folder;
import dev.backbeat.code.Language;
import dev.backbeat.code.MiniScript;
import dev.backbeat.code.Repo;
import dev.backbeat.code.SourceTree;
import dev.backbeat.code.catalog.conductor.ConductorDocuments;
import dev.backbeat.code.history.CodeHistory;
import dev.backbeat.code.tree.WorkTree;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexerTest {

    private static final String BEATS = "{\"beats\": [{\"beat\": 1, \"event\": \"e\", \"handler\": \"one\"}]}";

    @TempDir
    Path temp;

    private Folder folder;
    private MiniScript language;

    @BeforeEach
    void make() throws IOException {
        folder = new Folder(Files.createDirectory(temp.resolve("checkout")));
        folder.file("package.json", "{\"name\": \"shop\"}")
                .file("src/one.js", "export function one() { a b c d e f }")
                .file("src/two.js", "import { one } from \"./one\"", "export const handlers = { one }", "!broken")
                .file("src/same.ts", "export function one() { a b c d e f }")
                .file("data.json", "{\"a\": 1}")
                .file("readme.md", "text")
                .file("json-sequences/s.json", "{\"id\": \"s\", \"name\": \"S\", \"movements\": [" + BEATS + "]}")
                .file(
                        "json-sequences/index.json",
                        "{\"sequences\": [{\"file\": \"s.json\", \"handlersPath\": \"./x\"}]}");
        language = new MiniScript();
    }

    @Test
    void saysWhatIsThere() {
        CodeIndex index = index();

        assertThat(index.checkout()).isEqualTo("checkout");
        assertThat(index.files().keySet()).containsExactly("src/one.js", "src/same.ts", "src/two.js");
        assertThat(index.descriptions().keySet()).containsExactly("package.json");
        assertThat(index.documents().sequences("s")).hasSize(1);
        assertThat(index.problems())
                .containsExactly(
                        new CodeProblem(CodeProblem.Kind.SYNTAX_ERROR, "src/two.js", 3, "1 stretch can't be parsed"));
        assertThat(index.reading().files()).isEqualTo(5);
        assertThat(index.reading().parsed()).isEqualTo(3);
    }

    @Test
    void isTheSameColdAndWarm() {
        CodeIndex cold = index();
        CodeIndex warm = index();

        assertSame(warm, cold);
        assertThat(warm.problems()).isEqualTo(cold.problems());
        assertThat(warm.reading()).isEqualTo(new CodeIndex.Reading(5, 0, 0));
        assertThat(language.paths()).hasSize(3);
    }

    @Test
    void readsOnlyWhatChanged() {
        index();
        folder.file("src/two.js", "export function two() {}").file("src/new.js", "export function fresh() {}");
        CodeIndex index = index();

        assertThat(index.reading().parsed()).isEqualTo(2);
        assertThat(index.reading().parsedBytes()).isEqualTo(24 + 26);
        assertThat(index.files().get("src/two.js").functions()).hasSize(1);
        assertThat(index.problems()).isEmpty();
    }

    @Test
    void doesNotEvenOpenWhatDidNotChangeSinceLongAgo() throws IOException {
        try (Stream<Path> files = Files.walk(folder.root())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
            }
        }
        index();
        Path stamps;
        try (Stream<Path> files = Files.list(temp.resolve("cache"))) {
            List<Path> left = files.filter(file -> !file.endsWith("facts.pack")).toList();
            assertThat(left).as("and nothing is left over").hasSize(1);
            stamps = left.getFirst();
        }
        Stamps known = new Stamps(stamps);

        assertThat(WorkTree.of(folder.root()).files())
                .filteredOn(file -> file.path().startsWith("src/"))
                .hasSize(3)
                .allSatisfy(file ->
                        assertThat(known.hash(file.path(), file.stamp())).hasSize(40))
                .allSatisfy(file ->
                        assertThat(known.hash(file.path(), file.stamp() + "x")).isEmpty());
    }

    @Test
    void sameNamesWithOtherEndingsAreReadOnTheirOwn() {
        index();

        assertThat(language.paths()).contains("src/one.js", "src/same.ts");
    }

    @Test
    void anotherVersionOfALanguageReadsAgain() {
        index();
        language = new MiniScript(2);

        assertThat(index().reading().parsed()).isEqualTo(3);
    }

    @Test
    void anotherKindOfDocumentsIsAskedAgain() {
        new Indexer(List.of(language), List.of(), temp.resolve("cache")).index(WorkTree.of(folder.root()));

        assertThat(index().documents().sequences("s")).hasSize(1);
    }

    @Test
    void aCommitAndItsWorkTreeSayTheSame() {
        try (Repo repo = Repo.in(folder.root())) {
            folder.file("node_modules/m/x.js", "");
            String commit = repo.commit("all");
            CodeIndex work = index();
            try (CodeHistory history = CodeHistory.of(folder.root()).orElseThrow()) {
                CodeIndex committed = indexer().index(history.tree(commit));
                assertThat(committed.commit()).contains(commit);
                assertSame(committed, work);
                assertThat(committed.problems()).isEqualTo(work.problems());
                assertThat(committed.reading().parsed())
                        .as("one content, one key")
                        .isZero();
            }
        }
    }

    @Test
    void twoIndexesShareTheFactsOfOneContent() {
        Indexer indexer = indexer();
        CodeIndex first = indexer.index(WorkTree.of(folder.root()));
        folder.file("src/two.js", "export function two() {}");
        CodeIndex second = indexer.index(WorkTree.of(folder.root()));

        assertThat(second.files().get("src/one.js")).isSameAs(first.files().get("src/one.js"));
        assertThat(second.files().get("src/two.js")).isNotEqualTo(first.files().get("src/two.js"));
    }

    @Test
    void comesOutWhereNothingCanBeRemembered() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");
        Indexer indexer = new Indexer(List.of(language), List.of(new ConductorDocuments()), file.resolve("cache"));

        assertSame(indexer.index(WorkTree.of(folder.root())), index());
    }

    @Test
    void comesOutOfADamagedCache() throws IOException {
        CodeIndex cold = index();
        try (Stream<Path> files = Files.list(temp.resolve("cache"))) {
            for (Path file : files.toList()) {
                Files.write(file, new byte[] {(byte) 0xff, 9, 9, 10, (byte) 0xfe});
            }
        }

        assertSame(index(), cold);
        assertThat(index().reading().parsed()).isZero();
    }

    @Test
    void twoAtOnceInOneFolderDoNotDisturbEachOther() {
        for (int round = 0; round < 5; round++) {
            folder.file("src/round" + round + ".js", "export function round" + round + "() {}");
            CompletableFuture<CodeIndex> one = CompletableFuture.supplyAsync(this::index);
            CompletableFuture<CodeIndex> other = CompletableFuture.supplyAsync(this::index);
            assertSame(one.join(), other.join());
        }
    }

    @Test
    void aFileThatIsGoneBeforeItIsReadDoesNotTakeTheOthersWithIt() throws IOException {
        WorkTree tree = WorkTree.of(folder.root());
        Files.delete(folder.root().resolve("src/one.js"));
        CodeIndex index = indexer().index(tree);

        assertThat(index.files().keySet()).containsExactly("src/same.ts", "src/two.js");
        assertThat(index.problems())
                .filteredOn(problem -> problem.kind() == CodeProblem.Kind.LEFT_OUT)
                .extracting(CodeProblem::path)
                .containsExactly("src/one.js");
    }

    @Test
    void aDefectIsNotHidden() {
        SourceTree broken = new SourceTree() {
            @Override
            public String checkout() {
                return "broken";
            }

            @Override
            public Optional<String> commit() {
                return Optional.empty();
            }

            @Override
            public List<Entry> files() {
                return List.of(new Entry("a.js", 1, "1"));
            }

            @Override
            public byte[] content(Entry file) {
                throw BackbeatException.of(ErrorCode.INTERNAL, "a defect");
            }

            @Override
            public List<Skipped> skipped() {
                return List.of();
            }
        };

        assertThatThrownBy(() -> indexer().index(broken)).hasMessage("a defect");
    }

    @Test
    void namesTakeTheLongestEnding() {
        Language longer = new Language() {
            @Override
            public String id() {
                return "longer";
            }

            @Override
            public int version() {
                return 1;
            }

            @Override
            public Set<String> endings() {
                return Set.of(".two.js");
            }

            @Override
            public FileFacts read(String path, byte[] content) {
                return new FileFacts(
                        id(), 0, 0, 0, "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
            }
        };
        folder.file("x.two.js", "");
        CodeIndex index = new Indexer(List.of(language, longer), List.of(), temp.resolve("cache"))
                .index(WorkTree.of(folder.root()));

        assertThat(index.files().get("x.two.js").language()).isEqualTo("longer");
        assertThat(index.files().get("src/two.js").language()).isEqualTo("mini");
    }

    private CodeIndex index() {
        return indexer().index(WorkTree.of(folder.root()));
    }

    private Indexer indexer() {
        return new Indexer(List.of(language), List.of(new ConductorDocuments()), temp.resolve("cache"));
    }

    private static void assertSame(CodeIndex actual, CodeIndex expected) {
        assertThat(actual.files()).isEqualTo(expected.files());
        assertThat(actual.descriptions()).isEqualTo(expected.descriptions());
        assertThat(actual.documents()).isEqualTo(expected.documents());
    }
}
