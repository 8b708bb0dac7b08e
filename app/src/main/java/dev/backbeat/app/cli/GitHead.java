package dev.backbeat.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What a checkout's HEAD is, from git's files.
final class GitHead {

    private GitHead() {}

    static Optional<String> commit(Path checkout) {
        try {
            Path git = folder(checkout.resolve(".git"));
            String head = Files.readString(git.resolve("HEAD")).strip();
            if (!head.startsWith("ref: ")) {
                return valid(head);
            }
            String reference = head.substring("ref: ".length());
            Path common = Files.exists(git.resolve("commondir"))
                    ? git.resolve(Files.readString(git.resolve("commondir")).strip())
                    : git;
            Path loose = common.resolve(reference);
            if (Files.isRegularFile(loose)) {
                return valid(Files.readString(loose).strip());
            }
            Path packed = common.resolve("packed-refs");
            return Files.isRegularFile(packed)
                    ? Files.readAllLines(packed).stream()
                            .filter(line -> line.endsWith(" " + reference))
                            .map(line -> line.substring(0, line.indexOf(' ')))
                            .findFirst()
                            .flatMap(GitHead::valid)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Path folder(Path git) throws IOException {
        if (Files.isDirectory(git)) {
            return git;
        }
        String text = Files.readString(git).strip();
        return git.resolveSibling(text.replaceFirst("^gitdir: ", ""));
    }

    private static Optional<String> valid(String commit) {
        return commit.matches("[0-9a-f]{40,64}") ? Optional.of(commit) : Optional.empty();
    }
}
