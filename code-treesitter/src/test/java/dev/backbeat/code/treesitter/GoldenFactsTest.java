package dev.backbeat.code.treesitter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The facts of small files, recorded. `-Dbackbeat.golden=write` writes them anew; read the difference by
/// eye. Where facts of the same bytes change, the versions of the languages have to, too.
class GoldenFactsTest {

    private static final Path RESOURCES = Path.of("src/test/resources/dev/backbeat/code/treesitter");

    static List<String> files() {
        return Cases.FILES;
    }

    @ParameterizedTest
    @MethodSource("files")
    void saysWhatWasRecorded(String file) throws IOException {
        String facts = FactsText.of(Cases.language(file).read(file, Cases.bytes(file)));
        String recorded = file + ".facts";
        if ("write".equals(System.getProperty("backbeat.golden"))) {
            Files.writeString(RESOURCES.resolve(recorded), facts);
        }
        assertThat(facts)
                .isEqualTo(new String(Files.readAllBytes(RESOURCES.resolve(recorded)), StandardCharsets.UTF_8));
    }
}
