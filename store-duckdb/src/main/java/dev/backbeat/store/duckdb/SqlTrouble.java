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
            "No space left|disk full|failed to offload|max_temp_directory_size", Pattern.CASE_INSENSITIVE);
    private static final Pattern MISTAKE = Pattern.compile(
            "^(Parser|Binder|Catalog|Conversion|Invalid Input|Out of Range|Not implemented|Permission) Error.*",
            Pattern.DOTALL);

    private SqlTrouble() {}

    /// Trouble while doing something that is not the user's to get right.
    ///
    /// @param doing what was done, such as `write to the store`
    static BackbeatException during(String doing, SQLException cause) {
        String said = firstLine(cause);
        if (FULL.matcher(said).find()) {
            return BackbeatException.withHint(
                            ErrorCode.ENVIRONMENT,
                            "can't " + doing + ": the disk is full",
                            "free some space or put the store on another disk with `--store`")
                    .causedBy(cause);
        }
        if (said.startsWith("IO Error") || said.startsWith("FATAL Error")) {
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
        if (said.contains("not a valid DuckDB database file") || said.contains("newer version of DuckDB")) {
            return BackbeatException.withHint(
                            ErrorCode.STORE,
                            "`" + file + "` is no store of this version of Backbeat",
                            "move it away, or use another store with `--store`")
                    .causedBy(cause);
        }
        return during("open the store `" + file.getParent() + "`", cause);
    }

    private static String firstLine(SQLException cause) {
        String message = String.valueOf(cause.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private static String oneLine(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= 120 ? line : line.substring(0, 119) + "…";
    }
}
