import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Takes a native library out of its jar and lays it beside, and leaves those of other systems out.
///
/// DuckDB's driver looks into its jar first: it would inflate 70 MB into a temporary file at every start.
/// Only
/// where the jar has none does it load the one beside.
final class NativeBeside {

    private NativeBeside() {}

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
                    jar.getInputStream(entry).transferTo(out);
                    out.closeEntry();
                }
            }
        }
    }
}
