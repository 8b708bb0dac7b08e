package dev.backbeat.app.cli;

import dev.backbeat.model.Answer;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.output.Output;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Where an answer goes: standard output, a file, or a folder that takes a file for each of its parts.
///
/// @param folder the current folder
/// @param to what `--to` says
record Destination(Path folder, @Nullable String to) {

    /// Whether it takes a file for each part.
    boolean isFolder() {
        return to != null && (to.endsWith("/") || Files.isDirectory(folder.resolve(to)));
    }

    /// The file for an answer within the folder, which is made where it is not there.
    Path within(Output output, Answer part) {
        Path whole = folder.resolve(String.valueOf(to));
        try {
            Files.createDirectories(whole);
        } catch (java.io.IOException e) {
            throw BackbeatException.withHint(
                            ErrorCode.USAGE,
                            "the folder `%s` can't be made".formatted(whole),
                            "check its permissions, or name another with `--to`")
                    .causedBy(e);
        }
        return whole.resolve("backbeat-" + part.id() + "." + output.partEnding());
    }

    /// One table of an answer, by its number or by words of its title.
    ///
    /// @throws BackbeatException `USAGE` when there is none or more than one
    static Answer table(Output output, Answer answer, String wanted) {
        List<Answer> parts = output.parts(answer);
        if (!output.id().equals("csv")) {
            throw BackbeatException.withHint(
                    ErrorCode.USAGE,
                    "`--table` chooses a table of `--output csv`, and `%s` holds all".formatted(output.id()),
                    "leave it out, or use `--output csv`");
        }
        List<Answer> found = IntStream.range(0, parts.size())
                .filter(i -> wanted.equals(Integer.toString(i + 1)))
                .mapToObj(parts::get)
                .toList();
        if (found.isEmpty()) {
            found = parts.stream()
                    .filter(part -> title(part).toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT)))
                    .toList();
        }
        if (found.size() != 1) {
            String names = IntStream.range(0, parts.size())
                    .mapToObj(i -> (i + 1) + " " + title(parts.get(i)))
                    .collect(Collectors.joining("; "));
            throw BackbeatException.withHint(
                    ErrorCode.USAGE,
                    found.isEmpty()
                            ? "`%s` has no table `%s`".formatted(answer.id(), wanted)
                            : "`%s` fits %d tables of `%s`".formatted(wanted, found.size(), answer.id()),
                    "its tables are " + names);
        }
        return found.getFirst();
    }

    private static String title(Answer part) {
        return part.exhibits().getFirst().title();
    }
}
