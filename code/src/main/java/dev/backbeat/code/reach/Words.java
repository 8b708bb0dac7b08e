package dev.backbeat.code.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts source code of the family of C (JavaScript, TypeScript, Java) into words, without comments and
/// numbers. It knows texts, templates with holes and regular expressions; broken code gives words as well.
final class Words {

    private static final Set<String> BEFORE_REGEX =
            Set.of("return", "typeof", "case", "in", "of", "do", "else", "void", "delete", "throw", "await", "yield");

    private final String source;
    private final List<Word> words = new ArrayList<>();
    private int at;
    private int line = 1;

    private Words(String source) {
        this.source = source;
    }

    static List<Word> of(String source) {
        Words words = new Words(source);
        words.read(false);
        return words.words;
    }

    /// Reads to the end, or to the brace that ends a hole of a template.
    private void read(boolean inHole) {
        int depth = 0;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '\n') {
                line++;
                at++;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '/' && comment()) {
                continue;
            } else if (c == '"' || c == '\'') {
                text(c);
            } else if (c == '`') {
                template();
            } else if (Character.isJavaIdentifierStart(c) || c == '#') {
                name();
            } else if (Character.isDigit(c)) {
                number();
            } else if (c == '/' && regexMayStart() && regex()) {
                continue;
            } else {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                if (inHole && depth < 0) {
                    at++;
                    return;
                }
                words.add(new Word(Word.Kind.SIGN, String.valueOf(c), line));
                at++;
            }
        }
    }

    private boolean comment() {
        if (source.startsWith("//", at)) {
            int end = source.indexOf('\n', at);
            at = end < 0 ? source.length() : end;
            return true;
        }
        if (source.startsWith("/*", at)) {
            int end = source.indexOf("*/", at + 2);
            int to = end < 0 ? source.length() : end + 2;
            countLines(at, to);
            at = to;
            return true;
        }
        return false;
    }

    private void countLines(int from, int to) {
        for (int i = from; i < to; i++) {
            if (source.charAt(i) == '\n') {
                line++;
            }
        }
    }

    /// A text ends at its line: an apostrophe between tags must not swallow what follows.
    private void text(char quote) {
        StringBuilder content = new StringBuilder();
        int i = at + 1;
        while (i < source.length() && source.charAt(i) != quote && source.charAt(i) != '\n') {
            if (source.charAt(i) == '\\' && i + 1 < source.length() && source.charAt(i + 1) != '\n') {
                i++;
            }
            content.append(source.charAt(i++));
        }
        boolean closed = i < source.length() && source.charAt(i) == quote;
        if (closed) {
            words.add(new Word(Word.Kind.TEXT, content.toString(), line));
            at = i + 1;
        } else {
            at++;
        }
    }

    private void template() {
        int place = words.size();
        int first = line;
        StringBuilder content = new StringBuilder();
        boolean holes = false;
        at++;
        while (at < source.length() && source.charAt(at) != '`') {
            char c = source.charAt(at);
            if (c == '\\') {
                at += 2;
            } else if (c == '$' && at + 1 < source.length() && source.charAt(at + 1) == '{') {
                at += 2;
                holes = true;
                content.append('*');
                read(true);
            } else {
                line += c == '\n' ? 1 : 0;
                content.append(c);
                at++;
            }
        }
        at++;
        // Before the words of its holes.
        words.add(place, new Word(holes ? Word.Kind.TEMPLATE : Word.Kind.TEXT, content.toString(), first));
    }

    private void name() {
        int end = at + 1;
        while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
            end++;
        }
        words.add(new Word(Word.Kind.NAME, source.substring(at, end), line));
        at = end;
    }

    private void number() {
        while (at < source.length() && (Character.isLetterOrDigit(source.charAt(at)) || source.charAt(at) == '_')) {
            at++;
        }
        words.add(new Word(Word.Kind.SIGN, "0", line));
    }

    private boolean regexMayStart() {
        if (words.isEmpty()) {
            return true;
        }
        Word before = words.getLast();
        return switch (before.kind()) {
            case NAME -> BEFORE_REGEX.contains(before.text());
            case SIGN -> !before.is(')') && !before.is(']') && !before.is('}') && !before.is('0') && !before.is('<');
            case TEXT, TEMPLATE -> false;
        };
    }

    private boolean regex() {
        boolean inClass = false;
        for (int i = at + 1; i < source.length() && source.charAt(i) != '\n'; i++) {
            char c = source.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                inClass = true;
            } else if (c == ']') {
                inClass = false;
            } else if (c == '/' && !inClass) {
                at = i + 1;
                words.add(new Word(Word.Kind.SIGN, "0", line));
                return true;
            }
        }
        return false;
    }
}
