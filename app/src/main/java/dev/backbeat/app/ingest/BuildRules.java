package dev.backbeat.app.ingest;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.Session;
import dev.backbeat.store.SessionBuild;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/// Which build the sessions of an input ran: what people say wins over what the log says.
public final class BuildRules {

    private static final int SHORT_COMMIT = 8;

    private final List<Rule> rules = new ArrayList<>();

    private record Rule(BuildName build, PathMatcher matcher) {
        boolean matches(Path path) {
            Path name = path.getFileName();
            return matcher.matches(path) || (name != null && matcher.matches(name));
        }
    }

    /// Reads rules of the form `label` or `label@commit`, for every input, or with `=glob` behind it, for
    /// inputs whose path or file name matches.
    ///
    /// @throws BackbeatException `USAGE` when one of them is of another form
    public static BuildRules of(List<String> said) {
        BuildRules rules = new BuildRules();
        for (String rule : said) {
            int equals = rule.indexOf('=');
            BuildName build = BuildName.of(equals < 0 ? rule : rule.substring(0, equals));
            rules.rules.add(new Rule(build, equals < 0 ? path -> true : matcher(rule, rule.substring(equals + 1))));
        }
        return rules;
    }

    /// What people say of an input; the first rule that matches wins.
    public Optional<BuildName> said(String input) {
        Path path = Path.of(input);
        return rules.stream()
                .filter(rule -> rule.matches(path))
                .map(Rule::build)
                .findFirst();
    }

    /// The build of a session of an input.
    public SessionBuild of(String input, Session session) {
        Optional<BuildName> said = said(input);
        if (said.isPresent()) {
            String commit = said.get().commit();
            return new SessionBuild(said.get().label(), commit == null ? session.commit() : commit, "flag");
        }
        return ofLog(session);
    }

    /// The build as the log says it.
    static SessionBuild ofLog(Session session) {
        String commit = session.commit();
        if (commit == null) {
            return new SessionBuild(null, null, "none");
        }
        return new SessionBuild(commit.substring(0, Math.min(SHORT_COMMIT, commit.length())), commit, "log");
    }

    private static PathMatcher matcher(String rule, String glob) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (PatternSyntaxException e) {
            throw BackbeatException.withHint(
                            ErrorCode.USAGE,
                            "`--build %s` holds no glob: %s".formatted(rule, e.getDescription()),
                            "an example is `--build \"A=*-std-*.log\"`")
                    .causedBy(e);
        }
    }
}
