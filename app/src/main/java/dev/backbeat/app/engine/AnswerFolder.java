package dev.backbeat.app.engine;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Answers in the folder of a store, which outlive the server that worked them out: one file a question.
///
/// An answer is that of the store as it is now where the server that kept it ended in order and nobody wrote to
/// the store since; else it is an earlier one. What can't be written or read is not kept, and nothing else
/// comes of it.
public final class AnswerFolder {

    private static final String NAME = "answers";
    private static final String ENDED = "ended";
    private static final String ENDING = ".answer";
    private static final String UNFINISHED = ".new";
    private static final int FORMAT = 1;
    private static final int MOST_FILES = 200;
    private static final int MOST_BYTES = 8 << 20;

    private final @Nullable Path store;
    private final String program;
    private final Map<String, Long> states = new ConcurrentHashMap<>();

    /// An answer.
    ///
    /// @param type its media type
    /// @param isCurrent whether it is what would be worked out now
    /// @param madeMillis when it was worked out, in milliseconds since 1970
    public record Kept(String type, byte[] body, boolean isCurrent, long madeMillis) {}

    private AnswerFolder(@Nullable Path store, String program) {
        this.store = store;
        this.program = program;
    }

    /// One that keeps nothing.
    public static AnswerFolder none() {
        return new AnswerFolder(null, "");
    }

    /// Opens that of a store which is not open yet.
    ///
    /// @param program another one for another version of Backbeat, whose answers may be others
    /// @param state the number of the state that the store is in now; another after each change
    public static AnswerFolder open(Path store, String program, long state) {
        Path place = store.toAbsolutePath().normalize();
        AnswerFolder opened = new AnswerFolder(place, program);
        try {
            prune(place.resolve(NAME));
            Path end = place.resolve(NAME).resolve(ENDED);
            List<String> ended = Files.readAllLines(end);
            // It holds for this start alone: who is killed leaves none.
            Files.delete(end);
            if (!ended.isEmpty() && ended.getFirst().equals(fingerprint(place))) {
                ended.subList(1, ended.size()).forEach(name -> opened.states.put(name, state));
            }
        } catch (IOException | UncheckedIOException e) {
            // There is nothing to begin with.
            return opened;
        }
        return opened;
    }

    /// Forgets the answers of a store, with whatever they say of its logs.
    static void forget(Path store) {
        Path folder = store.resolve(NAME);
        try {
            for (Path file : files(folder)) {
                Files.delete(file);
            }
            Files.deleteIfExists(folder);
        } catch (NoSuchFileException e) {
            // None was kept.
            return;
        } catch (IOException e) {
            throw BackbeatException.withHint(
                            ErrorCode.ENVIRONMENT,
                            "the answers in `" + folder + "` can't be deleted: " + e.getMessage(),
                            "delete that folder; nothing else is in it")
                    .causedBy(e);
        }
    }

    /// The last answer to a question.
    ///
    /// @param state the number of the store's state now
    public Optional<Kept> of(String question, long state) {
        if (store == null) {
            return Optional.empty();
        }
        String name = name(question);
        Path file = store.resolve(NAME).resolve(name);
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            if (in.readInt() != FORMAT || !in.readUTF().equals(program)) {
                return Optional.empty();
            }
            long made = in.readLong();
            String type = in.readUTF();
            int length = in.readInt();
            byte[] body = in.readNBytes(Math.clamp(length, 0, MOST_BYTES));
            if (body.length != length) {
                return Optional.empty();
            }
            Long known = states.get(name);
            return Optional.of(new Kept(type, body, known != null && known == state, made));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Keeps an answer.
    ///
    /// @param state the number of the state of the store that it was worked out of
    public void keep(String question, long state, String type, byte[] body) {
        if (store == null || body.length > MOST_BYTES) {
            return;
        }
        String name = name(question);
        Path folder = store.resolve(NAME);
        Path unfinished = folder.resolve(name + UNFINISHED);
        try {
            Files.createDirectories(folder);
            try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(unfinished))) {
                out.writeInt(FORMAT);
                out.writeUTF(program);
                out.writeLong(System.currentTimeMillis());
                out.writeUTF(type);
                out.writeInt(body.length);
                out.write(body);
            }
            Files.move(
                    unfinished,
                    folder.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            states.put(name, state);
        } catch (IOException e) {
            // A full disk, most likely: what was kept before is there, as an earlier answer.
            states.remove(name);
            var _ = unfinished.toFile().delete();
        }
    }

    /// Says which answers are current, after the store was closed.
    ///
    /// @param state the number of its last state
    public void close(long state) {
        List<String> current = states.entrySet().stream()
                .filter(known -> known.getValue() == state)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (store == null || current.isEmpty()) {
            return;
        }
        try {
            List<String> ended = new ArrayList<>(List.of(fingerprint(store)));
            ended.addAll(current);
            Files.write(store.resolve(NAME).resolve(ENDED), ended);
        } catch (IOException | UncheckedIOException e) {
            // They are earlier ones for the next server.
            return;
        }
    }

    /// Other for another content of a store that is closed: its files, how large they are and when they were
    /// written.
    private static String fingerprint(Path store) throws IOException {
        return files(store).stream()
                .map(file -> file.getFileName() + " " + file.toFile().length() + " " + written(file))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Deletes what was begun, and the oldest where there are too many.
    private static void prune(Path folder) throws IOException {
        List<Path> kept = new ArrayList<>();
        for (Path file : files(folder)) {
            if (file.toString().endsWith(UNFINISHED)) {
                Files.delete(file);
            } else {
                kept.add(file);
            }
        }
        kept.sort(Comparator.comparing((Path file) -> file.toFile().lastModified())
                .reversed());
        for (Path file : kept.subList(Math.min(MOST_FILES, kept.size()), kept.size())) {
            Files.delete(file);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String name(String question) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(question.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16) + ENDING;
        } catch (NoSuchAlgorithmException e) {
            throw BackbeatException.of(ErrorCode.INTERNAL, "this JDK has no SHA-256")
                    .causedBy(e);
        }
    }
}
