package dev.backbeat.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Makes a log of any size out of recorded ones: it repeats them in turn, each copy at a time of its own and
/// with request ids of its own, so that each is a session of its own.
public final class LogGenerator {

    private static final long PAUSE_MILLIS = 60_000;

    private LogGenerator() {}

    /// What was made.
    record Generated(Path file, long bytes, long sessions) {
        double megabytes() {
            return bytes / 1e6;
        }
    }

    /// Takes a format, a size such as `1g`, the folder with recorded logs, and the file to write.
    public static void main(String[] args) throws IOException {
        if (args.length != 4) {
            System.err.println("usage: LogGenerator <format> <size> <folder with logs> <file to write>");
            System.exit(2);
        }
        List<Path> logs = Formats.logs(Path.of(args[2]), Formats.of(args[0]));
        Generated made = generate(logs, Options.bytes(args[1]), Path.of(args[3]));
        System.out.printf("%s: %d bytes, %d sessions%n", made.file(), made.bytes(), made.sessions());
    }

    /// Writes whole copies until the file has at least that size.
    static Generated generate(List<Path> logs, long bytes, Path file) throws IOException {
        List<LogTemplate> templates = new ArrayList<>();
        for (Path log : logs) {
            templates.add(LogTemplate.read(log));
        }
        if (templates.isEmpty()) {
            throw new IOException("no logs to repeat");
        }
        long clock = templates.getFirst().startMillis();
        long written = 0;
        long sessions = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            while (written < bytes) {
                LogTemplate template = templates.get((int) (sessions % templates.size()));
                byte[] copy = template.shifted(clock - template.startMillis(), sessions);
                out.write(copy);
                written += copy.length;
                clock += template.endMillis() - template.startMillis() + PAUSE_MILLIS;
                sessions++;
            }
        }
        return new Generated(file, written, sessions);
    }
}
