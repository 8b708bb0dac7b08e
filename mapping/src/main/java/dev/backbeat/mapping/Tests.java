package dev.backbeat.mapping;

import java.util.regex.Pattern;

/// Tells tests from other code by where they lie.
final class Tests {

    private static final Pattern TEST = Pattern.compile(
            "(^|/)(__tests__|__mocks__|tests?|specs?|e2e|cypress|fixtures?)/|[.-](test|spec|stories)\\.[cm]?[jt]sx?$"
                    + "|(^|/)src/(test|it)/|(Test|IT|Tests)\\.java$");

    private Tests() {}

    static boolean isTest(String path) {
        return TEST.matcher(path).find();
    }
}
