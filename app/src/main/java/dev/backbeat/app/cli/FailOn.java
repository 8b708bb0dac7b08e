package dev.backbeat.app.cli;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/// From which severity of findings on a verb ends with 1.
final class FailOn {

    private static final int FINDINGS = 1;
    private static final String NONE = "none";

    @Option(
            names = "--fail-on",
            paramLabel = "<severity>",
            description = "exit with 1 on findings of at least this severity: none, info, warning or error"
                    + " (default: none)")
    String severity = NONE;

    /// The severity; empty where findings change nothing.
    Optional<Severity> limit() {
        for (Severity limit : Severity.values()) {
            if (limit.name().toLowerCase(Locale.ROOT).equals(severity)) {
                return Optional.of(limit);
            }
        }
        if (severity.equals(NONE)) {
            return Optional.empty();
        }
        throw BackbeatException.withHint(
                ErrorCode.USAGE,
                "`%s` is no severity".formatted(severity),
                "use `--fail-on none`, `info`, `warning` or `error`");
    }

    /// The exit code after an answer.
    int exitCode(List<Exhibit> exhibits) {
        return limit().filter(limit -> hasFinding(exhibits, limit)).isPresent() ? FINDINGS : 0;
    }

    private static boolean hasFinding(List<Exhibit> exhibits, Severity limit) {
        return exhibits.stream()
                .filter(Exhibit.Findings.class::isInstance)
                .flatMap(exhibit -> ((Exhibit.Findings) exhibit).findings().stream())
                .anyMatch(finding -> finding.severity().compareTo(limit) >= 0);
    }
}
