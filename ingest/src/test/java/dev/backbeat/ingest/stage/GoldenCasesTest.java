package dev.backbeat.ingest.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.ingest.Layout;
import dev.backbeat.ingest.decoding.Decoding;
import dev.backbeat.ingest.decoding.xes.XesDecoding;
import dev.backbeat.ingest.source.FileSource;
import dev.backbeat.ingest.source.Source;
import dev.backbeat.model.LineClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every folder `samples/formats/<layout id>/<case>/` is read and compared to the letter with the files that
/// lie beside its input. A new case is a new folder. With `-Dbackbeat.golden=write` the files are written
/// anew, to be read by eye before they are kept.
class GoldenCasesTest {

    private static final Path FORMATS =
            Path.of(System.getProperty("backbeat.root", "..")).toAbsolutePath().resolve("samples/formats");
    private static final boolean WRITE = "write".equals(System.getProperty("backbeat.golden"));
    private static final String INPUT = "input.log";

    static List<String> cases() {
        return folders(FORMATS).stream()
                .flatMap(format -> folders(FORMATS.resolve(format)).stream().map(name -> format + "/" + name))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRecordedLogSaysWhatItSaidBefore(String name) throws IOException {
        Path folder = FORMATS.resolve(name);
        ReadInput read = ReadInput.of(input(folder), layout(name), 1);

        compare(folder.resolve("expected-events.txt"), GoldenRendering.events(read.events()));
        compare(folder.resolve("expected-facts.txt"), GoldenRendering.facts(read.facts()));
        compare(folder.resolve("expected-ledger.txt"), GoldenRendering.ledger(read.summary()));
        compare(
                folder.resolve("expected-rejects.txt"),
                GoldenRendering.rejects(read.summary().rejects()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theLedgerBalances(String name) throws IOException {
        ReadInput read = ReadInput.of(input(FORMATS.resolve(name)), layout(name), 1);
        long counted = Stream.of(LineClass.values()).mapToLong(read::lines).sum();
        assertThat(counted).isEqualTo(read.summary().lines());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itsOwnLayoutFitsBest(String name) throws IOException {
        byte[] bytes = input(FORMATS.resolve(name));
        for (Layout other : ReadInput.LAYOUTS) {
            assertThat(layout(name).fit(bytes, bytes.length)).isGreaterThanOrEqualTo(other.fit(bytes, bytes.length));
        }
    }

    @Test
    void everyLayoutHasGoldenCases() {
        assertThat(folders(FORMATS))
                .containsExactlyInAnyOrderElementsOf(
                        ReadInput.LAYOUTS.stream().map(Layout::id).toList());
        assertThat(folders(FORMATS))
                .allSatisfy(
                        format -> assertThat(folders(FORMATS.resolve(format))).isNotEmpty());
    }

    private static void compare(Path file, String text) throws IOException {
        if (WRITE && !text.isEmpty()) {
            Files.writeString(file, text);
        } else if (WRITE) {
            Files.deleteIfExists(file);
        }
        String expected = Files.exists(file) ? Files.readString(file) : "";
        assertThat(text).as("%s", file).isEqualTo(expected);
    }

    private static Layout layout(String name) {
        String id = name.substring(0, name.indexOf('/'));
        return ReadInput.LAYOUTS.stream()
                .filter(layout -> layout.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no layout `" + id + "`"));
    }

    private static byte[] input(Path folder) throws IOException {
        Path plain = folder.resolve(INPUT);
        Path file = Files.exists(plain) ? plain : folder.resolve(INPUT + ".gz");
        byte[] bytes = bytes(new FileSource(file));
        Decoding xes = new XesDecoding();
        return xes.fits(bytes) ? bytes(xes.decoded(ReadInput.source(bytes))) : bytes;
    }

    private static byte[] bytes(Source source) throws IOException {
        try (InputStream in = source.open()) {
            return in.readAllBytes();
        }
    }

    private static List<String> folders(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
