package dev.backbeat.mapping;

import java.util.regex.Pattern;

/// Tells tests from other code by where they lie.
final class Tests {

    private static final Pattern TEST = Pattern.compile(
            "(^|/)(__tests__|__mocks__|tests?|specs?|e2e|cypress|fixtures?)/|[.-](test|spec|stories)\\.[cm]?[jt]sx?$"
                    + "|(^|/)src/(test|it)/|(Test|IT|Tests)\\.java$");

    private static final Pattern TOOL =
            Pattern.compile("(^|/)(scripts?|tools?|tooling|codemods?|docs?|prototypes?|bench(marks?)?|examples?)/"
                    + "|\\.(config|setup)\\.[cm]?[jt]sx?$");

    private Tests() {}

    /// Whether a file is of tests or tools, by where it lies: it does not run in production.
    static boolean isAside(String path) {
        return isTest(path) || TOOL.matcher(path).find();
    }

    static boolean isTest(String path) {
        return TEST.matcher(path).find();
    }
}
