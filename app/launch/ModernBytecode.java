import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Gives classes from before Java 6 today's stack maps, jar by jar and in place.
///
/// The JVM neither caches nor quickly verifies such classes, and picocli consists of them: 70 ms of every
/// start. The launcher runs this file as it is; a jar without old classes is left alone.
final class ModernBytecode {
    private static final int JAVA_6 = 50;
    private static final int JAVA_11 = 55;

    private ModernBytecode() {}

    public static void main(String[] jars) throws IOException {
        for (String jar : jars) {
            modernize(Path.of(jar));
        }
    }

    private static void modernize(Path path) throws IOException {
        boolean old = false;
        Path next = path.resolveSibling(path.getFileName() + ".next");
        try (JarFile jar = new JarFile(path.toFile());
                URLClassLoader neighbours = new URLClassLoader(new URL[] {path.toUri().toURL()})) {
            for (ZipEntry entry : Collections.list(jar.entries())) {
                old |= isOld(jar, entry);
            }
            if (!old) {
                return;
            }
            ClassFile format = ClassFile.of(
                    ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.defaultResolver()
                            .orElse(ClassHierarchyResolver.ofResourceParsing(neighbours))));
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(next))) {
                for (ZipEntry entry : Collections.list(jar.entries())) {
                    byte[] bytes = jar.getInputStream(entry).readAllBytes();
                    ZipEntry copy = new ZipEntry(entry.getName());
                    copy.setTime(entry.getTime());
                    out.putNextEntry(copy);
                    out.write(isOld(jar, entry) ? modern(format, bytes) : bytes);
                    out.closeEntry();
                }
            }
        }
        Files.move(next, path, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean isOld(JarFile jar, ZipEntry entry) throws IOException {
        if (!entry.getName().endsWith(".class")) {
            return false;
        }
        try (var in = jar.getInputStream(entry)) {
            byte[] head = in.readNBytes(8);
            return head.length == 8 && ((head[6] & 0xff) << 8 | head[7] & 0xff) < JAVA_6;
        }
    }

    private static byte[] modern(ClassFile format, byte[] bytes) {
        return format.transformClass(
                format.parse(bytes),
                ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
                        .andThen(ClassTransform.endHandler(builder -> builder.withVersion(JAVA_11, 0))));
    }
}
