package dev.backbeat.code.history;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the host of a repository shows its files, for the hosts whose addresses are known.
public final class RepositoryPages {

    private static final Pattern SHELL = Pattern.compile("(?:[\\w.-]+@)?([\\w.-]+):(?!//)([\\w./~-]+?)(?:\\.git)?/?");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?|ssh|git)://(?:[^@/\\s]+@)?([\\w.-]+)(?::\\d+)?/([\\w./~-]+?)(?:\\.git)?/?");

    private RepositoryPages() {}

    /// The address of a stretch of a file, with `{commit}`, `{path}`, `{line}` and `{endLine}` in place of what they
    /// say; empty of a host whose addresses are not known. A password within the remote's address is left out.
    ///
    /// @param remote the address that git fetches from
    /// @param below where the checkout lies within the repository, empty or with a slash at its end
    public static Optional<String> template(String remote, String below) {
        Matcher found = ADDRESS.matcher(remote.strip());
        if (!found.matches()) {
            found = SHELL.matcher(remote.strip());
        }
        if (!found.matches() || found.group(2).contains("..")) {
            return Optional.empty();
        }
        String host = found.group(1).toLowerCase(Locale.ROOT);
        String base = "https://" + host + "/" + found.group(2).replaceFirst("^/+", "");
        String file = below + "{path}";
        if (host.equals("github.com") || host.startsWith("github.")) {
            return Optional.of(base + "/blob/{commit}/" + file + "#L{line}-L{endLine}");
        }
        if (host.equals("gitlab.com") || host.startsWith("gitlab.")) {
            return Optional.of(base + "/-/blob/{commit}/" + file + "#L{line}-{endLine}");
        }
        if (host.equals("bitbucket.org")) {
            return Optional.of(base + "/src/{commit}/" + file + "#lines-{line}:{endLine}");
        }
        return Optional.empty();
    }
}
