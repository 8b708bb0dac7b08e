package dev.backbeat.app.follow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What tells a file from others, however it is called.
///
/// @param key what the file system calls it, empty where it has no such thing
/// @param headBytes how many of its first bytes are known
/// @param head their hash
record Identity(String key, int headBytes, String head) {

    /// How many first bytes tell two logs apart: these hold their first times.
    static final int HEAD_BYTES = 1024;

    /// So many tell them apart although the file system calls them otherwise.
    private static final int TELLING_BYTES = 64;

    /// That of a file that is open.
    static Identity of(Path path, FileChannel channel) throws IOException {
        int bytes = (int) Math.min(HEAD_BYTES, channel.size());
        return new Identity(key(path), bytes, head(channel, bytes));
    }

    /// The same file, whose first bytes are known better by now.
    Identity grown(FileChannel channel) throws IOException {
        int bytes = (int) Math.min(HEAD_BYTES, channel.size());
        return new Identity(key, bytes, head(channel, bytes));
    }

    static String key(Path path) throws IOException {
        Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        return key == null ? "" : key.toString();
    }

    /// Whether a file begins as this one did.
    boolean begins(FileChannel channel) throws IOException {
        return channel.size() >= headBytes && head(channel, headBytes).equals(head);
    }

    /// Whether a file is this one, perhaps longer by now: it is called the same by the file system, or is a copy.
    boolean isThat(Path path, FileChannel channel) throws IOException {
        boolean sameKey = !key.isEmpty() && key.equals(key(path));
        return (sameKey || headBytes >= TELLING_BYTES) && begins(channel);
    }

    private static String head(FileChannel channel, int bytes) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(bytes);
        while (head.hasRemaining() && channel.read(head, head.position()) >= 0) {
            // A read may give less than there is.
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(head.array());
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
