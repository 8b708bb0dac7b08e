package dev.backbeat.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The flags of a bench, `--name value` each.
///
/// @param values what was given
record Options(Map<String, String> values) {

    /// Reads flags.
    ///
    /// @param known the flags there are, without the hyphens
    static Options of(String[] args, Set<String> known) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            String name = args[i].startsWith("--") ? args[i].substring(2) : "";
            if (!known.contains(name) || i + 1 == args.length) {
                throw new IllegalArgumentException("`" + args[i] + "`; the flags are " + known + ", each with a value");
            }
            values.put(name, args[i + 1]);
        }
        return new Options(Map.copyOf(values));
    }

    /// A flag's value.
    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /// A flag's value as a size.
    long bytes(String name, String otherwise) {
        return bytes(text(name, otherwise));
    }

    /// A flag's value as a number.
    int number(String name, int otherwise) {
        return Integer.parseInt(text(name, Integer.toString(otherwise)));
    }

    /// The formats to measure.
    List<String> formats() {
        String all = Formats.ALL.get(0).id() + "," + Formats.ALL.get(1).id();
        return List.of(text("formats", all).split(","));
    }

    /// The folder with recorded logs: the one given, else that of the shared data, else the bundled sample's.
    Path logs(Path root) {
        Path shared = root.resolve("../shared/data/renderx/logs").normalize();
        Path bundled = root.resolve("samples/storefront/sessions");
        return Path.of(text("logs", (Files.isDirectory(shared) ? shared : bundled).toString()));
    }

    /// A size: a number of bytes, or one with `k`, `m` or `g` for powers of 1000.
    static long bytes(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        long unit = switch (lower.charAt(lower.length() - 1)) {
            case 'k' -> 1_000L;
            case 'm' -> 1_000_000L;
            case 'g' -> 1_000_000_000L;
            default -> 1L;
        };
        return unit * Long.parseLong(unit == 1 ? lower : lower.substring(0, lower.length() - 1));
    }
}
