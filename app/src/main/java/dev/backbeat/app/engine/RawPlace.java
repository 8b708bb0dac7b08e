package dev.backbeat.app.engine;

import dev.backbeat.inspect.InputList;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.Origin;
import dev.backbeat.store.Store;
import dev.backbeat.store.StoredInput;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Understands where people want to look.
final class RawPlace {

    private static final Pattern ORIGIN = Pattern.compile("(\\d{1,9}):(\\d{1,18})");
    private static final Pattern LINE = Pattern.compile("(.+):(\\d{1,18})");

    private RawPlace() {}

    /// The origin that is meant by `input:offset` or `name:line`.
    static Origin of(Store store, JournalLines lines, String said) {
        if (ORIGIN.matcher(said).matches()) {
            return Origin.parse(said);
        }
        Matcher line = LINE.matcher(said);
        if (!line.matches()) {
            throw BackbeatException.withHint(
                    ErrorCode.USAGE,
                    "`%s` is no place in a log".formatted(said),
                    "write `input:offset` or `name:line`, as the tables show them");
        }
        StoredInput input = InputList.find(store, line.group(1));
        long offset = lines.offset(input, Long.parseLong(line.group(2)))
                .orElseThrow(() -> BackbeatException.withHint(
                        ErrorCode.NOT_FOUND,
                        "`%s` has no line %s".formatted(input.name(), line.group(2)),
                        "it has %,d lines".formatted(input.lines())));
        return new Origin(input.number(), offset);
    }
}
