package dev.backbeat.app.follow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The positions of all files, in a file beside the live logs that is replaced as a whole.
final class Positions {

    /// So many files are remembered that were read to their end and replaced.
    private static final int MOST_DONE = 1000;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path file;
    private final Map<String, Position> current = new LinkedHashMap<>();
    private final List<Identity> done = new ArrayList<>();

    /// What stands in the file.
    private record Written(List<Position> current, List<Identity> done) {}

    private Positions(Path file) {
        this.file = file;
    }

    /// Those of a folder of live logs. What can't be read is as good as none: files are then read anew, and what
    /// was read of them before gives way to it.
    static Positions of(Path folder) throws IOException {
        Positions positions = new Positions(folder.resolve("followed.json"));
        if (Files.exists(positions.file)) {
            try {
                Written written = MAPPER.readValue(Files.readAllBytes(positions.file), Written.class);
                written.current().forEach(position -> positions.current.put(position.path(), position));
                positions.done.addAll(written.done());
            } catch (JacksonException e) {
                positions.current.clear();
            }
        }
        return positions;
    }

    Optional<Position> of(String path) {
        return Optional.ofNullable(current.get(path));
    }

    List<Position> all() {
        return List.copyOf(current.values());
    }

    /// Whether a file was read already, under another name.
    boolean isKnown(Path path, FileChannel channel) throws IOException {
        for (Identity identity : done) {
            if (identity.isThat(path, channel)) {
                return true;
            }
        }
        for (Position position : current.values()) {
            if (!position.path().equals(path.toString()) && position.file().isThat(path, channel)) {
                return true;
            }
        }
        return false;
    }

    /// The position is on the disk when this returns.
    void put(Position position) throws IOException {
        Position before = current.put(position.path(), position);
        if (before != null && !before.file().key().equals(position.file().key())) {
            forget(before.file());
        }
        write();
    }

    /// A file was read to its end and is there under another name, or not at all.
    void end(Identity identity) throws IOException {
        forget(identity);
        write();
    }

    private void forget(Identity identity) {
        if (identity.headBytes() > 0 && !done.contains(identity)) {
            done.add(identity);
        }
        while (done.size() > MOST_DONE) {
            done.removeFirst();
        }
    }

    private void write() throws IOException {
        Path beside = file.resolveSibling("followed.json.new");
        try (FileChannel channel = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(ByteBuffer.wrap(MAPPER.writeValueAsBytes(new Written(all(), List.copyOf(done)))));
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
