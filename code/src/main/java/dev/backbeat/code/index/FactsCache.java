package dev.backbeat.code.index;

import dev.backbeat.code.FileFacts;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/// Facts of files by the hash of their content, in one file that only grows. An entry is its length (4 bytes), the
/// CRC-32 of the rest (4), the key's length (2), the key and the facts. An entry that is cut or damaged ends what is
/// read: it and all behind it are made again.
final class FactsCache {

    private static final int HEAD = 10;
    /// A larger file is begun anew.
    private static final long LARGEST = 512L << 20;

    private final Path file;
    private final byte[] stored;
    private final int usable;
    private final Map<String, int[]> places = new ConcurrentHashMap<>();
    private final Map<String, byte[]> added = new ConcurrentHashMap<>();

    private FactsCache(Path file, byte[] stored) {
        this.file = file;
        this.stored = stored;
        this.usable = find();
    }

    /// Opens the cache in a folder, which is made when it is not there.
    static FactsCache open(Path folder) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("facts.pack");
            boolean there = Files.isRegularFile(file) && Files.size(file) <= LARGEST;
            return new FactsCache(file, there ? Files.readAllBytes(file) : new byte[0]);
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private int find() {
        int at = 0;
        ByteBuffer buffer = ByteBuffer.wrap(stored);
        while (at + HEAD <= stored.length) {
            int length = buffer.getInt(at);
            int end = at + 2 * Integer.BYTES + length;
            if (length < Short.BYTES || end > stored.length || end < at) {
                break;
            }
            CRC32 checksum = new CRC32();
            checksum.update(stored, at + 2 * Integer.BYTES, length);
            if ((int) checksum.getValue() != buffer.getInt(at + Integer.BYTES)) {
                break;
            }
            int key = buffer.getShort(at + 2 * Integer.BYTES) & 0xffff;
            String name = new String(stored, at + HEAD, key, StandardCharsets.UTF_8);
            places.put(name, new int[] {at + HEAD + key, end - at - HEAD - key});
            at = end;
        }
        return at;
    }

    /// The facts of a content; empty where they are not known.
    Optional<FileFacts> find(String key) {
        int[] place = places.get(key);
        if (place == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(FactsCodec.read(
                    new DataInputStream(new ByteArrayInputStream(stored, place[0], place[1]))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Remembers facts.
    void put(String key, FileFacts facts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            FactsCodec.write(facts, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw BackbeatException.of(ErrorCode.INTERNAL, "facts can't be written to memory")
                    .causedBy(e);
        }
        added.put(key, bytes.toByteArray());
    }

    /// Writes what was added. Where that fails the cache only is not as warm as it could be.
    ///
    /// @return whether it was written
    boolean save() {
        if (added.isEmpty()) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            // Another process is writing, or has written since: what it adds stays.
            if (lock == null || channel.size() != stored.length) {
                return false;
            }
            channel.truncate(usable);
            channel.position(usable);
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(added).entrySet()) {
                ByteBuffer bytes = entry(entry.getKey(), entry.getValue());
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static ByteBuffer entry(String key, byte[] facts) {
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        int length = Short.BYTES + name.length + facts.length;
        ByteBuffer buffer = ByteBuffer.allocate(2 * Integer.BYTES + length);
        buffer.putInt(length).putInt(0).putShort((short) name.length).put(name).put(facts);
        CRC32 checksum = new CRC32();
        checksum.update(buffer.array(), 2 * Integer.BYTES, length);
        return buffer.putInt(Integer.BYTES, (int) checksum.getValue()).flip();
    }

    private static BackbeatException unusable(Path folder, IOException e) {
        return BackbeatException.withHint(
                        ErrorCode.ENVIRONMENT,
                        "the code cache `%s` can't be used: %s".formatted(folder, e.getMessage()),
                        "check the folder's permissions and the space on its disk")
                .causedBy(e);
    }
}
