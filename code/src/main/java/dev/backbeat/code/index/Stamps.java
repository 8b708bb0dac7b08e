package dev.backbeat.code.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// Which content a file of a work tree had when it had which stamp, so that an unchanged file is not read
/// again. A line each: hash, stamp, path.
final class Stamps {

    private final Path file;
    private final Map<String, String[]> known = new ConcurrentHashMap<>();
    private final Map<String, String[]> seen = new ConcurrentHashMap<>();

    Stamps(Path file) {
        this.file = file;
        try {
            if (Files.isRegularFile(file)) {
                for (String line : Files.readAllLines(file)) {
                    String[] parts = line.split("\t", 3);
                    if (parts.length == 3) {
                        known.put(parts[2], parts);
                    }
                }
            }
        } catch (IOException e) {
            known.clear();
        }
    }

    /// The hash of a file's content, where its stamp is as it was; otherwise empty.
    String hash(String path, String stamp) {
        String[] parts = known.get(path);
        if (parts == null || !parts[1].equals(stamp)) {
            return "";
        }
        seen.put(path, parts);
        return parts[0];
    }

    void put(String path, String stamp, String hash) {
        // A name of two lines is not worth a format of its own: such a file is read each time.
        if (path.indexOf('\n') < 0 && path.indexOf('\r') < 0) {
            seen.put(path, new String[] {hash, stamp, path});
        }
    }

    /// Writes what was seen, where it differs from what was known; a failure only costs time later.
    void save() {
        if (seen.size() == known.size()
                && seen.entrySet().stream().allMatch(e -> e.getValue() == known.get(e.getKey()))) {
            return;
        }
        StringBuilder text = new StringBuilder();
        for (String[] parts : new TreeMap<>(seen).values()) {
            text.append(String.join("\t", parts)).append('\n');
        }
        try {
            // A name of its own: another process may be writing, too.
            Path fresh = file.resolveSibling("%s.%d.%d.new"
                    .formatted(file.getFileName(), ProcessHandle.current().pid(), System.nanoTime()));
            try {
                Files.writeString(fresh, text);
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            known.clear();
        }
    }
}
