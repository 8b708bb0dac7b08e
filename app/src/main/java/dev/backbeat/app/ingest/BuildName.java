package dev.backbeat.app.ingest;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What people call a build, and its commit where they say it: `label` or `label@commit`.
///
/// @param commit from 7 hexadecimal digits on; absent where nobody says
public record BuildName(String label, @Nullable String commit) {

    private static final Pattern WITH_COMMIT = Pattern.compile("(.+)@([0-9a-f]{7,64})");

    /// Reads what people wrote.
    ///
    /// @throws BackbeatException `USAGE` when it is blank
    public static BuildName of(String said) {
        if (said.isBlank()) {
            throw BackbeatException.withHint(
                    ErrorCode.USAGE,
                    "`--build %s` names no build".formatted(said),
                    "write `--build <label>`, or `--build <label>@<commit>`");
        }
        Matcher matcher = WITH_COMMIT.matcher(said);
        return matcher.matches() ? new BuildName(matcher.group(1), matcher.group(2)) : new BuildName(said, null);
    }
}
