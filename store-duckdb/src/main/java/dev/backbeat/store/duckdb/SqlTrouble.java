package dev.backbeat.store.duckdb;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns what DuckDB complains about into the exception of Backbeat. DuckDB sets no error codes, its messages
/// begin with the kind of error.
final class SqlTrouble {

    private static final Pattern HOLDER = Pattern.compile("lock is held in (.*?) ?\\(PID (\\d+)\\)");
    private static final Pattern FULL = Pattern.compile(
            "No space left|disk full|Disk quota exceeded|File too large|failed to offload|max_temp_directory_size",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ORIGINAL = Pattern.compile("^Original error: \"(.*?)\"?$", Pattern.MULTILINE);

    /// A file of a later version of DuckDB, or of one that is no longer read.
    private static final Pattern OTHER_FORMAT = Pattern.compile(
            "database file with version number|newer version of DuckDB|older (?:development )?version of DuckDB");

    private static final Pattern MISTAKE = Pattern.compile(
            "^(Parser|Binder|Catalog|Conversion|Invalid Input|Out of Range|Not implemented|Permission) Error.*",
            Pattern.DOTALL);

    private SqlTrouble() {}

    /// Trouble while doing something that is not the user's to get right.
    ///
    /// @param doing what was done, such as `write to the store`
    static BackbeatException during(String doing, SQLException cause) {
        String said = firstLine(cause);
        if (isFull(cause)) {
            return BackbeatException.withHint(
                            ErrorCode.ENVIRONMENT,
                            "can't " + doing + ": the disk is full",
                            "free some space or put the store on another disk with `--store`")
                    .causedBy(cause);
        }
        if (isFatal(cause)) {
            return BackbeatException.withHint(
                            ErrorCode.ENVIRONMENT,
                            "can't " + doing + ": the database broke off, because of: " + original(cause),
                            "nothing that was stored is lost, and the next question opens it again: ask once more")
                    .causedBy(cause);
        }
        if (said.startsWith("IO Error")) {
            return BackbeatException.withHint(
                            ErrorCode.ENVIRONMENT,
                            "can't " + doing + ": " + said,
                            "check the disk and the permissions of the store's folder")
                    .causedBy(cause);
        }
        if (said.startsWith("Out of Memory Error")) {
            return BackbeatException.withHint(
                            ErrorCode.ENVIRONMENT,
                            "can't " + doing + ": the store's memory limit is too low",
                            "ask for less at once, or raise the limit")
                    .causedBy(cause);
        }
        return BackbeatException.of(ErrorCode.INTERNAL, "can't " + doing + ": " + said)
                .causedBy(cause);
    }

    /// Trouble with a question.
    static BackbeatException asking(String sql, SQLException cause) {
        String said = firstLine(cause);
        if (isFatal(cause)) {
            return during("ask the store", cause);
        }
        if (MISTAKE.matcher(said).matches()) {
            return BackbeatException.withHint(
                            ErrorCode.USAGE,
                            "the store does not understand `" + oneLine(sql) + "`: " + said,
                            "`backbeat views` lists the views and their columns")
                    .causedBy(cause);
        }
        if (said.contains("executeQuery() can only be used")) {
            return BackbeatException.withHint(
                            ErrorCode.USAGE,
                            "`" + oneLine(sql) + "` is no question",
                            "begin with SELECT or WITH; `backbeat views` lists what can be asked")
                    .causedBy(cause);
        }
        return during("ask the store", cause);
    }

    /// Trouble while opening a store's database file.
    static BackbeatException opening(Path file, SQLException cause) {
        String said = firstLine(cause);
        Matcher holder = HOLDER.matcher(said);
        if (holder.find()) {
            return BackbeatException.withHint(
                            ErrorCode.STORE,
                            "the store `" + file.getParent() + "` is held by process " + holder.group(2) + " (`"
                                    + holder.group(1) + "`)",
                            "stop that process, or use another store with `--store`")
                    .causedBy(cause);
        }
        if (said.contains("Could not set lock")) {
            return BackbeatException.withHint(
                            ErrorCode.STORE,
                            "the store `" + file.getParent() + "` is held by another process",
                            "stop that process, or use another store with `--store`")
                    .causedBy(cause);
        }
        if (OTHER_FORMAT.matcher(said).find()) {
            return BackbeatException.withHint(
                            ErrorCode.STORE,
                            "the store `" + file.getParent() + "` was written by another version of Backbeat",
                            "use that version, or read the logs into another store with `--store`")
                    .causedBy(cause);
        }
        if (said.contains("not a valid DuckDB database file")) {
            return BackbeatException.withHint(
                            ErrorCode.STORE,
                            "`" + file + "` is no store of this version of Backbeat",
                            "move it away, or use another store with `--store`")
                    .causedBy(cause);
        }
        return during("open the store `" + file.getParent() + "`", cause);
    }

    /// Whether it went wrong for lack of room on the disk.
    static boolean isFull(SQLException cause) {
        return FULL.matcher(isFatal(cause) ? message(cause) : firstLine(cause)).find();
    }

    /// Whether DuckDB has given the database up: nothing can be asked of it until it is opened again.
    static boolean isFatal(SQLException cause) {
        String said = message(cause);
        return said.startsWith("FATAL Error") || said.contains("database has been invalidated");
    }

    /// What made DuckDB give a database up, as far as it says so.
    private static String original(SQLException cause) {
        Matcher original = ORIGINAL.matcher(message(cause));
        return original.find() ? original.group(1) : firstLine(cause);
    }

    private static String message(SQLException cause) {
        return String.valueOf(cause.getMessage());
    }

    private static String firstLine(SQLException cause) {
        String message = message(cause);
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private static String oneLine(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= 120 ? line : line.substring(0, 119) + "…";
    }
}
