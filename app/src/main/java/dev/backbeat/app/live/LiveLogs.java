package dev.backbeat.app.live;

import dev.backbeat.app.ingest.Formats;
import dev.backbeat.app.ingest.JournalFolder;
import dev.backbeat.ingest.redaction.Redactor;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The logs that were sent: a folder with a file for each source, which holds redacted lines.
public final class LiveLogs implements AutoCloseable {

    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern FILE = Pattern.compile("(" + SOURCE + ")\\.([a-z0-9-]+)\\.log");

    private final Path folder;
    private final Formats formats;
    private final Redactor redactor;
    private final LiveLimits limits;
    private final Map<String, LiveLog> logs = new ConcurrentSkipListMap<>();
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();
    private final Senders senders = new Senders(System::nanoTime);
    private Runnable listener = () -> {};

    /// Who sends lines.
    ///
    /// @param name what tells it from other senders
    /// @param at how many bytes it sent to the source before these; -1 where it does not say
    /// @param ends whether it sends no more after these
    public record From(String name, long at, boolean ends) {}

    private LiveLogs(Path folder, Formats formats, Redactor redactor, LiveLimits limits) {
        this.folder = folder;
        this.formats = formats;
        this.redactor = redactor;
        this.limits = limits;
    }

    /// Opens those of a store.
    ///
    /// @param storeFolder the folder of the store
    public static LiveLogs open(Path storeFolder, Formats formats, Redactor redactor, LiveLimits limits) {
        LiveLogs opened = new LiveLogs(storeFolder.resolve(JournalFolder.LOGS), formats, redactor, limits);
        try {
            Files.createDirectories(opened.folder);
            try (Stream<Path> files = Files.list(opened.folder)) {
                for (Path file : files.sorted().toList()) {
                    Matcher named = FILE.matcher(String.valueOf(file.getFileName()));
                    if (named.matches()) {
                        opened.logs.put(named.group(1), LiveLog.open(named.group(1), named.group(2), file));
                    }
                }
            }
        } catch (IOException e) {
            throw opened.trouble(e);
        }
        return opened;
    }

    /// None, in no folder: what is described without being run.
    public static LiveLogs none(Formats formats) {
        return new LiveLogs(Path.of(""), formats, Redactor.standard(), LiveLimits.STANDARD);
    }

    /// Takes lines. They are redacted and on the disk when this returns that they were taken.
    ///
    /// @param source which log they belong to
    /// @param format their format, absent where it is to be found out from the first lines
    /// @param text lines; the last may lack its end. Changed in place: secrets become `*`
    /// @throws BackbeatException `USAGE` where the source can't be called so or there is no such format,
    ///     `INPUT` where the lines are of no known format, `ENVIRONMENT` where the disk takes no more
    public Taking take(String source, @Nullable String format, byte[] text) {
        if (claimed.contains(source)) {
            return new LiveTrouble(
                    LiveTrouble.Kind.FOLLOWED,
                    "`%s` is a file that is followed".formatted(source),
                    "send to another source");
        }
        return taken(source, format, text);
    }

    /// Takes lines of a sender, of which there may be several to a source: each one's lines go to a log of its own
    /// while others send too, and those that it sends again are taken once.
    ///
    /// @param text may be empty where the sender ends
    public Taking take(String source, @Nullable String format, From from, byte[] text) {
        if (isClaimed(source)) {
            return take(source, format, text);
        }
        Senders.Sender sender = senders.of(source, from.name());
        synchronized (sender) {
            Taking taking = of(sender, format, from.at(), text);
            if (taking instanceof Taking.Taken && from.at() >= 0) {
                sender.taken(from.at() + text.length);
            }
            if (from.ends()) {
                senders.ends(sender);
            }
            return taking;
        }
    }

    private Taking of(Senders.Sender sender, @Nullable String format, long at, byte[] text) {
        String name = senders.logOf(sender);
        LiveLog log = logs.get(name);
        int again = log == null ? 0 : sender.again(at, text.length);
        if (again < text.length) {
            return take(name, format, again == 0 ? text : Arrays.copyOfRange(text, again, text.length));
        }
        return new Taking.Taken(name, log == null ? "" : log.format(), bytes(name), 0, 0, 0);
    }

    /// Takes lines of a claimed source.
    public Taking follow(String source, byte[] text) {
        return taken(source, null, text);
    }

    /// From now on nobody else may send to a source.
    public void claim(String source) {
        claimed.add(source);
    }

    /// Whether it was claimed.
    public boolean isClaimed(String source) {
        return claimed.contains(source);
    }

    /// How long the log of a source is; 0 where there is none.
    public long bytes(String source) {
        LiveLog log = logs.get(source);
        try {
            return log == null ? 0 : log.bytes();
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    /// Where the logs lie.
    public Path folder() {
        return folder;
    }

    private Taking taken(String source, @Nullable String format, byte[] text) {
        if (!SOURCE.matcher(source).matches()) {
            throw BackbeatException.withHint(
                    ErrorCode.USAGE,
                    "a source can't be called `%s`".formatted(source),
                    "use at most 64 letters, digits, `.`, `_` and `-`, a letter or a digit first");
        }
        LiveLog known = logs.get(source);
        String id = known == null ? formatOf(source, format, text) : known.format();
        if (format != null && !id.equals(format)) {
            formats.named(format);
            return new LiveTrouble(
                    LiveTrouble.Kind.OTHER_FORMAT,
                    "`%s` holds `%s`, not `%s`".formatted(source, id, format),
                    "send lines of another format to another source");
        }
        byte[] lines = text[text.length - 1] == '\n' ? text : ended(text);
        int secrets = redactor.redact(lines, 0, lines.length);
        return known == null ? begin(source, id, lines, secrets) : add(known, lines, secrets);
    }

    private String formatOf(String source, @Nullable String format, byte[] text) {
        byte[] sample = Arrays.copyOf(text, Math.min(text.length, Formats.SAMPLE_BYTES));
        String id = formats.of(inputName(source), sample, format).id();
        if (id.equals("xes")) {
            throw BackbeatException.withHint(
                    ErrorCode.INPUT,
                    "an event log in XES is a document and can't be sent line by line",
                    "stop the server and read it with `backbeat analyze`");
        }
        return id;
    }

    private static byte[] ended(byte[] text) {
        byte[] lines = Arrays.copyOf(text, text.length + 1);
        lines[text.length] = '\n';
        return lines;
    }

    private synchronized Taking begin(String source, String format, byte[] lines, int secrets) {
        LiveLog known = logs.get(source);
        if (known != null) {
            return add(known, lines, secrets);
        }
        if (logs.size() >= limits.mostSources()) {
            return new LiveTrouble(
                    LiveTrouble.Kind.TOO_MANY_SOURCES,
                    "there are %,d sources, and no more are taken".formatted(logs.size()),
                    "send to one of them, or stop the server and remove files from `%s`".formatted(folder));
        }
        try {
            LiveLog log = LiveLog.open(source, format, folder.resolve(source + "." + format + ".log"));
            logs.put(source, log);
            return add(log, lines, secrets);
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    private Taking add(LiveLog log, byte[] lines, int secrets) {
        try {
            if (log.bytes() + lines.length > limits.mostBytesOfSource()) {
                return new LiveTrouble(
                        LiveTrouble.Kind.SOURCE_FULL,
                        "`%s` would hold more than %,d bytes".formatted(log.id(), limits.mostBytesOfSource()),
                        "go on with another source, such as `%s-2`".formatted(log.id()));
            }
            long offset = log.add(lines);
            listener.run();
            return new Taking.Taken(log.id(), log.format(), offset, lines.length, count(lines), secrets);
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    private static long count(byte[] lines) {
        long count = 0;
        for (byte b : lines) {
            count += b == '\n' ? 1 : 0;
        }
        return count;
    }

    /// Is told that lines were taken; has to return at once.
    void onGrowth(Runnable growth) {
        listener = growth;
    }

    List<LiveLog> all() {
        return List.copyOf(logs.values());
    }

    /// How many sources there are.
    public int sources() {
        return logs.size();
    }

    /// How the store calls the input that a source is.
    public static String inputName(String source) {
        return "live/" + source;
    }

    private BackbeatException trouble(IOException cause) {
        return BackbeatException.withHint(
                        ErrorCode.ENVIRONMENT,
                        "lines can't be kept in `%s`: %s".formatted(folder, cause.getMessage()),
                        "check the permissions and the free space of the store's folder")
                .causedBy(cause);
    }

    @Override
    public void close() {
        for (LiveLog log : logs.values()) {
            try {
                log.close();
            } catch (IOException e) {
                throw trouble(e);
            }
        }
    }
}
