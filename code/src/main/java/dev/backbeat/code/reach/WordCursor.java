package dev.backbeat.code.reach;

import java.util.List;
import java.util.Set;

/// A place among words, and what stands around it.
class WordCursor {

    static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "as",
            "async",
            "await",
            "break",
            "case",
            "catch",
            "class",
            "const",
            "continue",
            "declare",
            "default",
            "delete",
            "do",
            "else",
            "enum",
            "export",
            "extends",
            "false",
            "finally",
            "for",
            "from",
            "function",
            "if",
            "implements",
            "import",
            "in",
            "instanceof",
            "interface",
            "let",
            "namespace",
            "new",
            "null",
            "of",
            "private",
            "protected",
            "public",
            "readonly",
            "return",
            "satisfies",
            "static",
            "super",
            "switch",
            "this",
            "throw",
            "true",
            "try",
            "type",
            "typeof",
            "undefined",
            "var",
            "void",
            "while",
            "with",
            "yield");
    private static final Set<String> DECLARES = Set.of(
            "abstract",
            "async",
            "class",
            "const",
            "declare",
            "enum",
            "export",
            "function",
            "import",
            "interface",
            "let",
            "namespace",
            "package",
            "type",
            "var");

    final List<Word> words;
    int at;

    WordCursor(List<Word> words) {
        this.words = words;
    }

    /// Whether the word before goes on over the end of its line.
    final boolean continues() {
        Word before = at == 0 ? null : words.get(at - 1);
        Word word = words.get(at);
        boolean open = before != null
                && before.kind() == Word.Kind.SIGN
                && !before.is(';')
                && !before.is('}')
                && !before.is(')')
                && !before.is(']')
                && !before.is('0');
        return open || (word.kind() == Word.Kind.SIGN && !word.is('(') && !word.is('['));
    }

    /// Whether the statement that begins here is more than a declaration: a call at its head.
    final boolean acts() {
        Word first = words.get(at);
        if (first.kind() != Word.Kind.NAME) {
            return first.is('(') || first.is('[');
        }
        if (first.isName("import")) {
            return next('(');
        }
        if (DECLARES.contains(first.text())) {
            return false;
        }
        if (KEYWORDS.contains(first.text())) {
            return !first.isName("default");
        }
        // `exports.a = b` and `module.exports = { … }` declare as well.
        for (int i = at; i < words.size() && words.get(i).line() == first.line(); i++) {
            if (words.get(i).is('=')) {
                return !first.isName("module") && !first.isName("exports");
            }
            if (words.get(i).is('(')) {
                return true;
            }
        }
        return false;
    }

    /// Whether `catch (e)` is in front of this brace.
    final boolean isCatch() {
        int open = at - 1;
        for (int level = 0; open >= 0; open--) {
            level += words.get(open).is(')') ? 1 : words.get(open).is('(') ? -1 : 0;
            if (level == 0) {
                break;
            }
        }
        return open > 0 && words.get(open - 1).isName("catch");
    }

    /// The line of the sign that closes what opens here.
    final int endOf(int open) {
        int level = 0;
        for (int i = open; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.is('{') || word.is('(') || word.is('[')) {
                level++;
            } else if (word.is('}') || word.is(')') || word.is(']')) {
                level--;
                if (level == 0) {
                    return word.line();
                }
            }
        }
        return Integer.MAX_VALUE;
    }

    /// What is known of a name that is computed: of a template its letters, of a sum its first text.
    final String pattern(int from) {
        if (from >= words.size()) {
            return "*";
        }
        Word first = words.get(from);
        return switch (first.kind()) {
            case TEMPLATE -> first.text();
            case TEXT -> signAt(from + 1, '+') ? first.text() + "*" : signAt(from + 1, ')') ? first.text() : "*";
            default -> "*";
        };
    }

    /// A text that a sum goes on has an open end.
    final String known(Word word) {
        return signAt(at + 1, '+') ? word.text() + "*" : word.text();
    }

    final boolean isSpread() {
        return at > 2 && words.get(at - 2).is('.') && words.get(at - 3).is('.');
    }

    /// The name before a dot; empty behind a call or a bracket.
    final String objectBefore(int dot) {
        int i = dot - 1;
        if (i >= 0 && words.get(i).is('?')) {
            i--;
        }
        return i >= 0 && words.get(i).kind() == Word.Kind.NAME ? words.get(i).text() : "";
    }

    final boolean isFirstInLine(Word word) {
        for (int i = at - 1; i >= 0 && words.get(i).line() == word.line(); i--) {
            if (words.get(i).isName(word.text())) {
                return false;
            }
        }
        return true;
    }

    final boolean next(char sign) {
        return signAt(at + 1, sign);
    }

    final boolean nextName(String name) {
        return at + 1 < words.size() && words.get(at + 1).isName(name);
    }

    final boolean signAt(int place, char sign) {
        return place < words.size() && words.get(place).is(sign);
    }
}
