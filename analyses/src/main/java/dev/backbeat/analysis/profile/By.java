package dev.backbeat.analysis.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What the handler runs are summed up by.
public enum By {
    /// The handler that ran.
    HANDLER,
    /// The sequence that was executed.
    SEQUENCE,
    /// Who owns the handler.
    PLUGIN,
    /// What was running.
    BUILD;

    /// What it is called.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads what it is called.
    ///
    /// @throws IllegalArgumentException when it is none
    static By of(String word) {
        return Arrays.stream(values())
                .filter(by -> by.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("`by` is one of "
                        + Arrays.stream(values()).map(By::word).collect(Collectors.joining(", "))
                        + ", not `" + word + "`"));
    }
}
