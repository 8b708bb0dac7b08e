import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Makes DuckDB's driver quick to start, in place.
///
/// - It looks for its native library in its jar first and would inflate 70 MB into a temporary file at
///   every start. Only where the jar has none does it load the one beside: it is taken out and laid
///   there, and those of other systems are left out.
/// - It registers an event with the JVM's flight recorder, which takes a third of a second to wake. Where it
///   finds no recorder it does without, so the name that it looks for is changed.
final class LeanDriver {

    private static final String MONITOR = "org/duckdb/JfrMemoryMonitor.class";
    private static final byte[] RECORDER = "jdk.jfr.FlightRecorder".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO_RECORDER = "jdk.jfr.AbsentRecorder".getBytes(StandardCharsets.US_ASCII);

    private LeanDriver() {}

    /// Takes the jar, the name of the native library, and what the names of all systems begin with.
    public static void main(String[] arguments) throws IOException {
        Path path = Path.of(arguments[0]);
        Path slim = path.resolveSibling(path.getFileName() + ".next");
        Path library = path.resolveSibling(arguments[1]);
        try (JarFile jar = new JarFile(path.toFile())) {
            ZipEntry wanted = jar.getEntry(arguments[1]);
            if (wanted == null) {
                return;
            }
            Path next = path.resolveSibling(arguments[1] + ".next");
            Files.copy(jar.getInputStream(wanted), next, StandardCopyOption.REPLACE_EXISTING);
            Files.move(next, library, StandardCopyOption.REPLACE_EXISTING);
            writeWithout(arguments[2], jar, slim);
        }
        Files.move(slim, path, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void writeWithout(String prefix, JarFile jar, Path slim) throws IOException {
        try (OutputStream file = Files.newOutputStream(slim);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry entry : Collections.list(jar.entries())) {
                if (!entry.getName().startsWith(prefix)) {
                    ZipEntry copy = new ZipEntry(entry.getName());
                    copy.setTime(entry.getTime());
                    out.putNextEntry(copy);
                    byte[] content = jar.getInputStream(entry).readAllBytes();
                    out.write(entry.getName().equals(MONITOR) ? withoutRecorder(content) : content);
                    out.closeEntry();
                }
            }
        }
    }

    private static byte[] withoutRecorder(byte[] content) {
        for (int i = 0; i + RECORDER.length <= content.length; i++) {
            if (Arrays.equals(content, i, i + RECORDER.length, RECORDER, 0, RECORDER.length)) {
                System.arraycopy(NO_RECORDER, 0, content, i, NO_RECORDER.length);
            }
        }
        return content;
    }
}
