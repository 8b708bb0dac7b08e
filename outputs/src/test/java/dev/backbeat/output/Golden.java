package dev.backbeat.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.model.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What outputs wrote before, read by eye.
public final class Golden {

    /// What a log may hold to break what it is put into.
    public static final String HOSTILE = "<script>alert(1)</script> ]]> | `a` `b @everyone #1 [x](https://evil.example)"
            + " \u0000\u001b[31m \r\n## h\t\u202e \ud800 \ufffe \"quoted\" ${x} {0} \\ =1+1 &amp; --> */";

    private Golden() {}

    /// What an output writes of an answer.
    public static String written(Output output, Answer answer) {
        StringBuilder text = new StringBuilder();
        try {
            output.write(answer, Screen.none(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /// The text is that of the file.
    public static void check(String name, String text) {
        Path file = Path.of(System.getProperty("backbeat.root"))
                .resolve("outputs/src/test/resources/dev/backbeat/output")
                .resolve(name);
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if ("write".equals(System.getProperty("backbeat.golden"))) {
                Files.createDirectories(file.getParent());
                Files.write(file, bytes);
            }
            assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .as("run with -Dbackbeat.golden=write to write it anew")
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
