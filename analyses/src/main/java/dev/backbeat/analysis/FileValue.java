package dev.backbeat.analysis;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// A file that is handed over as the value of a setting, so that no analysis reads a disk: whoever asks reads
/// the file, on this machine or another one. As a text it is the name, a line feed, and each byte as the
/// character of its number.
///
/// @param name how it is called in messages, empty where there is none
/// @param bytes each as the character of its number
public record FileValue(String name, String bytes) {

    /// No file.
    public static final FileValue NONE = new FileValue("", "");

    /// How large a file may be.
    public static final int MOST_BYTES = 64 << 20;

    /// The file that a text says.
    public static FileValue of(String value) {
        int end = value.indexOf('\n');
        if (end < 0) {
            return value.isEmpty() ? NONE : new FileValue(value, "");
        }
        return new FileValue(value.substring(0, end).strip(), value.substring(end + 1));
    }

    /// A file of some bytes.
    public static FileValue of(String name, byte[] bytes) {
        return new FileValue(name.replace('\n', ' '), new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /// Whether there is a file.
    public boolean isGiven() {
        return !name.isEmpty() || !bytes.isEmpty();
    }

    /// What [#of(String)] reads.
    public String value() {
        return isGiven() ? name + "\n" + bytes : "";
    }

    /// Its bytes.
    public InputStream open() {
        return new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }
}
