package dev.backbeat.code.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.code.FileFacts;
import dev.backbeat.code.FileFacts.Binding;
import dev.backbeat.code.FileFacts.Call;
import dev.backbeat.code.FileFacts.CallKind;
import dev.backbeat.code.FileFacts.Entry;
import dev.backbeat.code.FileFacts.EntryKind;
import dev.backbeat.code.FileFacts.Export;
import dev.backbeat.code.FileFacts.Function;
import dev.backbeat.code.FileFacts.FunctionKind;
import dev.backbeat.code.FileFacts.Import;
import dev.backbeat.code.FileFacts.StateAccess;
import dev.backbeat.code.FileFacts.TestCase;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsCacheTest {

    private static final int ENTRIES = 20;

    @TempDir
    Path folder;

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void everyFieldComesBack(@ForAll("facts") FileFacts facts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FactsCodec.write(facts, new DataOutputStream(out));
        ByteBuffer in = ByteBuffer.wrap(out.toByteArray());

        assertThat(FactsCodec.read(in)).isEqualTo(facts).hasSameHashCodeAs(facts);
        assertThat(in.remaining()).isZero();
    }

    @Provide
    Arbitrary<FileFacts> facts() {
        Arbitrary<String> text = Arbitraries.of("", "a", "ünï 🥁", "\0\n\t", "x".repeat(70_000), "b.c");
        Arbitrary<String> maybe = text.injectNull(0.3);
        Arbitrary<Integer> number = Arbitraries.integers();
        Arbitrary<Boolean> word = Arbitraries.of(true, false);
        Arbitrary<Function> function = Combinators.combine(
                        text,
                        text,
                        Arbitraries.of(FunctionKind.values()),
                        number,
                        number,
                        word,
                        text.list(),
                        Arbitraries.longs())
                .flatAs((a, b, c, d, e, f, g, h) ->
                        number.list().ofMaxSize(64).map(i -> new Function(a, b, c, d, e, f, g, h, i)));
        Arbitrary<Entry> entry = Combinators.combine(text, Arbitraries.of(EntryKind.values()), text, number)
                .as(Entry::new);
        Arbitrary<Call> call = Combinators.combine(Arbitraries.of(CallKind.values()), text, maybe, maybe, text, number)
                .as(Call::new);
        return Combinators.combine(
                        function.list().ofMaxSize(3),
                        Combinators.combine(text, text, text, word, word, number)
                                .as(Import::new)
                                .list()
                                .ofMaxSize(3),
                        Combinators.combine(text, text, maybe, word, number)
                                .as(Export::new)
                                .list()
                                .ofMaxSize(3),
                        Combinators.combine(text, maybe, entry.list().ofMaxSize(3), number)
                                .as(Binding::new)
                                .list()
                                .ofMaxSize(3),
                        call.list().ofMaxSize(3),
                        Combinators.combine(text, word, text, number)
                                .as(StateAccess::new)
                                .list()
                                .ofMaxSize(3),
                        Combinators.combine(text, number)
                                .as(TestCase::new)
                                .list()
                                .ofMaxSize(3),
                        Combinators.combine(text, number, text).as((a, b, c) -> new String[] {a, "" + b, c}))
                .as((functions, imports, exports, bindings, calls, states, tests, rest) -> new FileFacts(
                        rest[0],
                        Integer.parseInt(rest[1]),
                        ~Integer.parseInt(rest[1]),
                        7,
                        rest[2],
                        functions,
                        imports,
                        exports,
                        bindings,
                        calls,
                        states,
                        tests));
    }

    @Test
    void whatWasSavedIsFound() {
        fill();
        FactsCache cache = FactsCache.open(folder);

        for (int i = 0; i < ENTRIES; i++) {
            assertThat(cache.find("key" + i)).contains(facts(i));
        }
        assertThat(cache.find("key")).isEmpty();
    }

    @Test
    void savingAgainAddsOnlyWhatIsNew() throws IOException {
        fill();
        long before = Files.size(pack());
        FactsCache cache = FactsCache.open(folder);
        assertThat(cache.save()).isTrue();
        assertThat(Files.size(pack())).isEqualTo(before);
        cache.findOrMake("more", () -> facts(1));
        assertThat(cache.save()).isTrue();
        cache.findOrMake("most", () -> facts(2));
        assertThat(cache.save()).isTrue();
        assertThat(cache.save()).isTrue();

        FactsCache again = FactsCache.open(folder);
        assertThat(again.find("key0")).contains(facts(0));
        assertThat(again.find("more")).contains(facts(1));
        assertThat(again.find("most")).contains(facts(2));
    }

    @Test
    void whoeverAsksForOneContentIsGivenOneObject() {
        fill();
        FactsCache cache = FactsCache.open(folder);
        FileFacts first = cache.find("key3").orElseThrow();
        FileFacts made = cache.findOrMake("new", () -> facts(5));

        assertThat(cache.find("key3").orElseThrow()).isSameAs(first);
        assertThat(cache.findOrMake("new", () -> facts(6))).isSameAs(made);
    }

    @Test
    void aPackThatIsCutGivesWhatIsWholeAndGrowsAgain() throws IOException {
        fill();
        byte[] whole = Files.readAllBytes(pack());
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            Files.write(pack(), Arrays.copyOf(whole, random.nextInt(whole.length)));
            assertWhatIsThereIsRight();
            fill();
            for (int i = 0; i < ENTRIES; i++) {
                assertThat(FactsCache.open(folder).find("key" + i)).contains(facts(i));
            }
        }
    }

    @Test
    void flippedBytesNeverGiveWrongFacts() throws IOException {
        fill();
        byte[] whole = Files.readAllBytes(pack());
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(pack(), damaged);
            assertWhatIsThereIsRight();
        }
        Files.write(pack(), new byte[1000]);
        assertWhatIsThereIsRight();
    }

    @Test
    void ofTwoThatSaveTheFirstCounts() {
        FactsCache one = FactsCache.open(folder);
        FactsCache other = FactsCache.open(folder);
        one.findOrMake("one", () -> facts(1));
        other.findOrMake("other", () -> facts(2));

        assertThat(one.save()).isTrue();
        assertThat(other.save()).isFalse();
        assertThat(other.find("other")).contains(facts(2));
        assertThat(FactsCache.open(folder).find("one")).contains(facts(1));
        assertThat(FactsCache.open(folder).find("other")).isEmpty();
    }

    @Test
    void whileSomebodyElseWritesNothingIsWritten() throws IOException {
        fill();
        FactsCache cache = FactsCache.open(folder);
        cache.findOrMake("late", () -> facts(1));
        try (FileChannel channel = FileChannel.open(pack(), StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(cache.save()).isFalse();
        }
        assertThat(cache.save()).isTrue();
    }

    @Test
    void aPackThatIsTooLargeIsBegunAnew() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(pack().toFile(), "rw")) {
            file.setLength((512L << 20) + 1);
        }
        fill();

        assertThat(Files.size(pack())).isLessThan(100_000);
        assertThat(FactsCache.open(folder).find("key1")).contains(facts(1));
    }

    @Test
    void whereNothingCanBeWrittenItStillRemembers() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Files.createDirectories(folder.resolve("other/facts.pack"));
        for (Path unusable : List.of(file.resolve("below"), file, folder.resolve("other"))) {
            FactsCache cache = FactsCache.open(unusable);
            assertThat(cache.findOrMake("a", () -> facts(1))).isEqualTo(facts(1));
            assertThat(cache.save()).isFalse();
            assertThat(cache.find("a")).contains(facts(1));
        }
    }

    private Path pack() {
        return folder.resolve("facts.pack");
    }

    private void fill() {
        FactsCache cache = FactsCache.open(folder);
        for (int i = 0; i < ENTRIES; i++) {
            FileFacts facts = facts(i);
            cache.findOrMake("key" + i, () -> facts);
        }
        assertThat(cache.save()).isTrue();
    }

    private void assertWhatIsThereIsRight() {
        FactsCache cache = FactsCache.open(folder);
        for (int i = 0; i < ENTRIES; i++) {
            FileFacts right = facts(i);
            assertThat(cache.find("key" + i))
                    .satisfiesAnyOf(
                            found -> assertThat(found).isEmpty(),
                            found -> assertThat(found).contains(right));
        }
    }

    private static FileFacts facts(int number) {
        return new FileFacts(
                "mini",
                number,
                0,
                0,
                "package" + number,
                List.of(),
                List.of(new Import("m" + number, "a", "b", false, true, 3)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new TestCase("title " + number, number)));
    }
}
