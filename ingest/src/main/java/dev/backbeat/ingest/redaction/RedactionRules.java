package dev.backbeat.ingest.redaction;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What to mask beyond the built-in rules, and which of those to leave out.
///
/// @param extraKeys names whose values are secret, matched ignoring case against the end of a key; words
///     in camelCase, snake_case and kebab-case are the same (`customerNumber` also covers
///     `customer_number`)
/// @param extraPatterns regular expressions of the user, each behind a literal
/// @param disabled ids of built-in rules that are switched off, see [RedactionRule#id()]
public record RedactionRules(List<String> extraKeys, List<UserPattern> extraPatterns, Set<String> disabled) {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,63}");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*");

    /// Copies and checks.
    ///
    /// @throws IllegalArgumentException with a message that names the key, pattern or id which is wrong
    public RedactionRules {
        extraKeys = List.copyOf(extraKeys);
        extraPatterns = List.copyOf(extraPatterns);
        disabled = Set.copyOf(disabled);
        for (String key : extraKeys) {
            require(
                    KEY.matcher(key).matches(),
                    "redaction key `%s` must be 2 to 64 letters, digits, `.`, `_` or `-`, beginning with one of the first two"
                            .formatted(key));
        }
        Set<String> ids = new HashSet<>();
        for (UserPattern pattern : extraPatterns) {
            require(ids.add(pattern.id()), "redaction pattern `%s` is given twice".formatted(pattern.id()));
        }
        for (String id : disabled) {
            require(RedactionRule.of(id).isPresent(), "redaction rule `%s` does not exist".formatted(id));
        }
    }

    /// The built-in rules and nothing else.
    public static RedactionRules standard() {
        return new RedactionRules(List.of(), List.of(), Set.of());
    }

    boolean enabled(RedactionRule rule) {
        return !disabled.contains(rule.id());
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /// A regular expression that is tried on a line only when the line contains a literal.
    ///
    /// The expression sees a line of at most 64 KiB around the literal, one character per byte (ISO
    /// 8859-1): beyond ASCII, write the bytes of UTF-8. Its first group is masked, or the whole match
    /// when it has no group.
    ///
    /// @param id the name in messages: lower case, digits and hyphens
    /// @param literal printable ASCII of at least three characters, matched with its case, in the line of
    /// every match
    /// @param expression the expression
    public record UserPattern(String id, String literal, Pattern expression) {

        private static final Pattern LITERAL = Pattern.compile("[ -~]{3,}");

        /// Checks.
        ///
        /// @throws IllegalArgumentException with a message that names the pattern
        public UserPattern {
            require(ID.matcher(id).matches(), "redaction pattern `%s` must be named in lower case".formatted(id));
            require(
                    RedactionRule.of(id).isEmpty(),
                    "redaction pattern `%s` has the id of a built-in rule".formatted(id));
            require(
                    LITERAL.matcher(literal).matches(),
                    "redaction pattern `%s` needs a literal of at least three printable ASCII characters"
                            .formatted(id));
            require(
                    !literal.startsWith("***"),
                    "redaction pattern `%s` has a literal of asterisks, which are masked text".formatted(id));
            Matcher onNothing = expression.matcher("");
            require(!onNothing.find(), "redaction pattern `%s` matches the empty text".formatted(id));
        }

        /// Compiles the expression.
        ///
        /// @throws IllegalArgumentException when the expression or another part is wrong, naming the pattern
        public static UserPattern of(String id, String literal, String expression) {
            try {
                return new UserPattern(id.toLowerCase(Locale.ROOT), literal, Pattern.compile(expression));
            } catch (java.util.regex.PatternSyntaxException e) {
                throw new IllegalArgumentException(
                        "redaction pattern `%s` is not a regular expression: %s".formatted(id, e.getDescription()), e);
            }
        }
    }
}
