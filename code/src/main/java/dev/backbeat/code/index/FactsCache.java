package dev.backbeat.code.index;

import dev.backbeat.code.FileFacts;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// Facts of files by the hash of their content, in one file that only grows. An entry is its length (4
/// bytes), the CRC-32 of the rest (4), the key's length (2), the key and the facts. An entry that is cut or
/// damaged ends what is read: it and all behind it are made again. Where the file can't be read or written,
/// all facts are made again.
///
/// While facts are in use, whoever asks for the same content is given the same object, so that the indexes of
/// many commits take little more room than that of one.
final class FactsCache {

    private static final int HEAD = 10;
    /// A larger file is begun anew.
    private static final long LARGEST = 512L << 20;

    private final Path file;
    private final byte[] stored;
    private final Map<String, int[]> places = new ConcurrentHashMap<>();
    private final Map<String, byte[]> added = new ConcurrentHashMap<>();
    private final Set<String> written = new HashSet<>();
    private final Map<String, WeakReference<FileFacts>> inUse = new ConcurrentHashMap<>();
    /// How long the file is as far as this process knows, and up to where it is whole.
    private long length;
    private long usable;

    private FactsCache(Path file, byte[] stored, long length) {
        this.file = file;
        this.stored = stored;
        this.length = length;
        this.usable = scan();
    }

    /// Opens the cache in a folder, which is made when it is not there.
    static FactsCache open(Path folder) {
        Path file = folder.resolve("facts.pack");
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                return new FactsCache(file, new byte[0], 0);
            }
            long size = Files.size(file);
            byte[] stored = size <= LARGEST ? Files.readAllBytes(file) : new byte[0];
            return new FactsCache(file, stored, size <= LARGEST ? stored.length : size);
        } catch (IOException e) {
            return new FactsCache(file, new byte[0], 0);
        }
    }

    private int scan() {
        int at = 0;
        ByteBuffer buffer = ByteBuffer.wrap(stored);
        while (at + HEAD <= stored.length) {
            int size = buffer.getInt(at);
            int end = at + 2 * Integer.BYTES + size;
            if (size < Short.BYTES || end > stored.length || end < at) {
                break;
            }
            CRC32 checksum = new CRC32();
            checksum.update(stored, at + 2 * Integer.BYTES, size);
            int key = buffer.getShort(at + 2 * Integer.BYTES) & 0xffff;
            if ((int) checksum.getValue() != buffer.getInt(at + Integer.BYTES) || at + HEAD + key > end) {
                break;
            }
            String name = new String(stored, at + HEAD, key, StandardCharsets.UTF_8);
            places.put(name, new int[] {at + HEAD + key, end - at - HEAD - key});
            at = end;
        }
        return at;
    }

    /// The facts of a content; empty where they are not known.
    Optional<FileFacts> find(String key) {
        return Optional.ofNullable(shared(key, null));
    }

    /// The facts of a content, made and remembered where they are not known.
    FileFacts findOrMake(String key, Supplier<FileFacts> make) {
        FileFacts facts = shared(key, make);
        if (facts == null) {
            throw BackbeatException.of(ErrorCode.INTERNAL, "no facts were made of `%s`".formatted(key));
        }
        return facts;
    }

    private @Nullable FileFacts shared(String key, @Nullable Supplier<FileFacts> make) {
        AtomicReference<@Nullable FileFacts> found = new AtomicReference<>();
        inUse.compute(key, (same, reference) -> {
            FileFacts facts = reference == null ? null : reference.get();
            if (facts != null) {
                found.set(facts);
                return reference;
            }
            facts = decoded(key);
            if (facts == null && make != null) {
                facts = make.get();
                added.put(key, encoded(facts));
            }
            found.set(facts);
            return facts == null ? null : new WeakReference<>(facts);
        });
        return found.get();
    }

    private @Nullable FileFacts decoded(String key) {
        byte[] fresh = added.get(key);
        int[] place = places.get(key);
        try {
            if (fresh != null) {
                return FactsCodec.read(ByteBuffer.wrap(fresh));
            }
            return place == null
                    ? null
                    : FactsCodec.read(
                            ByteBuffer.wrap(stored, place[0], place[1]).slice());
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    private static byte[] encoded(FileFacts facts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            FactsCodec.write(facts, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw BackbeatException.of(ErrorCode.INTERNAL, "facts can't be written to memory")
                    .causedBy(e);
        }
        return bytes.toByteArray();
    }

    /// Writes what was added. Where that fails the cache only is not as warm as it could be.
    ///
    /// @return whether it was written
    synchronized boolean save() {
        Map<String, byte[]> fresh = new TreeMap<>(added);
        fresh.keySet().removeAll(written);
        if (fresh.isEmpty()) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            // Another process is writing, or has written since: what it adds stays.
            if (lock == null || channel.size() != length) {
                return false;
            }
            channel.truncate(usable);
            channel.position(usable);
            for (Map.Entry<String, byte[]> entry : fresh.entrySet()) {
                ByteBuffer bytes = entry(entry.getKey(), entry.getValue());
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            usable = channel.position();
            length = usable;
            written.addAll(fresh.keySet());
            return true;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }

    private static ByteBuffer entry(String key, byte[] facts) {
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        int size = Short.BYTES + name.length + facts.length;
        ByteBuffer buffer = ByteBuffer.allocate(2 * Integer.BYTES + size);
        buffer.putInt(size).putInt(0).putShort((short) name.length).put(name).put(facts);
        CRC32 checksum = new CRC32();
        checksum.update(buffer.array(), 2 * Integer.BYTES, size);
        return buffer.putInt(Integer.BYTES, (int) checksum.getValue()).flip();
    }
}
