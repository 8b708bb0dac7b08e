package dev.backbeat.code.reach;

import dev.backbeat.code.FileFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what a file uses from its words: no syntax tree is at hand when facts come from the cache, and names
/// need none.
final class UseReader extends WordCursor {

    private static final Set<String> REFLECTS = Set.of("get", "apply", "has");

    private static final Pattern NAME_OR_LINE = Pattern.compile("[A-Za-z_$][\\w$]*|\n");

    private final FileFacts facts;
    private final Map<Integer, List<Use>> uses = new HashMap<>();
    private final List<FileUses.Range> handled = new ArrayList<>();
    private final Map<Integer, Integer> bindingEnds = new HashMap<>();
    private final List<FileUses.Guard> guards = new ArrayList<>();
    private final Set<String> off = new HashSet<>();
    private boolean acts;
    private int openBinding = FileUses.TOP;
    private int bindingDepth;
    private int depth;

    private UseReader(FileFacts facts, List<Word> words) {
        super(words);
        this.facts = facts;
    }

    static FileUses of(FileFacts facts, String source) {
        UseReader reader = new UseReader(facts, Words.of(source));
        reader.read();
        if (facts.syntaxErrors() > 0) {
            reader.readPlainly(source);
            reader.acts = true;
        }
        return new FileUses(reader.uses, reader.acts, reader.guards, reader.off, reader.handled);
    }

    private void read() {
        boolean statement = true;
        int before = 0;
        while (at < words.size()) {
            Word word = words.get(at);
            boolean begins = depth == 0 && (statement || (word.line() > before && !continues()));
            if (begins) {
                acts |= acts();
            }
            before = word.line();
            statement = depth == 0 && (word.is(';') || word.is('}'));
            if (word.kind() == Word.Kind.SIGN) {
                sign(word);
                at++;
            } else if (begins && word.isName("import") && !next('(') && !next('.')) {
                skipImport();
                statement = true;
            } else if (begins && word.isName("export") && (next('{') || next('*') || nextName("type"))) {
                at++;
                skipExport();
                statement = true;
            } else {
                use(word);
                at++;
            }
        }
    }

    /// Code that can't be parsed may mislead about where texts end, so every name in it counts.
    private void readPlainly(String source) {
        int line = 1;
        Matcher matcher = NAME_OR_LINE.matcher(source);
        while (matcher.find()) {
            if (matcher.group().equals("\n")) {
                line++;
            } else if (!KEYWORDS.contains(matcher.group()) && !isDeclaredIn(matcher.group(), line)) {
                add(new Use(Use.Kind.MEMBER, "", matcher.group(), true, line));
            }
        }
    }

    private boolean isDeclaredIn(String name, int line) {
        return facts.functions().stream()
                .anyMatch(function -> function.line() == line && function.name().equals(name));
    }

    private void sign(Word word) {
        if (word.is('{') || word.is('(') || word.is('[')) {
            if (word.is('{') && openBinding == FileUses.TOP && depth <= 2) {
                openBinding = binding(word.line());
                bindingDepth = depth;
            }
            depth++;
        } else if (word.is('}') || word.is(')') || word.is(']')) {
            depth = Math.max(0, depth - 1);
            if (openBinding != FileUses.TOP && depth == bindingDepth) {
                openBinding = FileUses.TOP;
            }
        }
        boolean catches = word.is('{')
                && at > 0
                && (words.get(at - 1).isName("catch") || (words.get(at - 1).is(')') && isCatch()));
        if (catches
                || (word.is('(')
                        && at > 1
                        && words.get(at - 1).isName("catch")
                        && words.get(at - 2).is('.'))) {
            handled.add(new FileUses.Range(word.line(), endOf(at)));
        }
    }

    /// The object at the top level whose brace opens in this line.
    private int binding(int line) {
        for (int i = 0; i < facts.bindings().size(); i++) {
            FileFacts.Binding binding = facts.bindings().get(i);
            boolean named = binding.local().equals("default") || binding.local().equals("*") || heads(binding.local());
            if (!binding.entries().isEmpty()
                    && binding.line() <= line
                    && named
                    && !bindingEnds.containsKey(i)
                    && line - binding.line() <= 2) {
                bindingEnds.put(i, line);
                return FileUses.binding(i);
            }
        }
        return FileUses.TOP;
    }

    /// Whether the statement that is being read assigns to this name.
    private boolean heads(String local) {
        for (int i = at - 1; i >= 0 && i > at - 40 && !words.get(i).is(';'); i--) {
            if (words.get(i).isName(local)) {
                return true;
            }
        }
        return false;
    }

    private void skipImport() {
        while (at < words.size()
                && words.get(at).kind() != Word.Kind.TEXT
                && !words.get(at).is(';')) {
            at++;
        }
        at++;
    }

    private void skipExport() {
        if (at < words.size() && words.get(at).isName("type")) {
            if (!next('{')) {
                return;
            }
            at++;
        }
        if (at < words.size() && words.get(at).is('{')) {
            while (at < words.size() && !words.get(at).is('}')) {
                at++;
            }
        }
        at++;
        if (at < words.size() && words.get(at).isName("as")) {
            at += 2;
        }
        if (at < words.size() && words.get(at).isName("from")) {
            at += 2;
        }
    }

    private void use(Word word) {
        @Nullable Word before = at == 0 ? null : words.get(at - 1);
        if (word.kind() != Word.Kind.NAME) {
            text(word, before);
            return;
        }
        if (word.isName("import") && next('(')) {
            imported();
            return;
        }
        if (word.isName("if") && next('(')) {
            guarded();
        } else if (word.isName("false")) {
            constantlyOff();
        }
        boolean member = before != null && before.is('.') && !isSpread();
        if (!member && KEYWORDS.contains(word.text()) || (!member && declares(word, before))) {
            return;
        }
        String object = member ? objectBefore(at - 1) : "";
        if (member && object.equals("Reflect") && REFLECTS.contains(word.text()) && next('(')) {
            reflected(word.line());
            return;
        }
        boolean bracket = next('[') || (next('?') && signAt(at + 2, '.') && signAt(at + 3, '['));
        if (bracket) {
            computed(word);
        }
        boolean whole = !next('.') && !bracket && !(next('?') && signAt(at + 2, '.'));
        add(new Use(member ? Use.Kind.MEMBER : Use.Kind.NAME, object, word.text(), whole, word.line()));
    }

    /// `if (NAME) {` or `if (OBJECT.NAME) {`, without an `else`.
    private void guarded() {
        int end = at + 2;
        StringBuilder name = new StringBuilder();
        while (end < words.size()
                && (words.get(end).kind() == Word.Kind.NAME || words.get(end).is('.'))) {
            name.append(words.get(end++).text());
        }
        if (name.isEmpty() || !signAt(end, ')') || !signAt(end + 1, '{')) {
            return;
        }
        // On a line of its own, so that lines tell what is guarded.
        int from = words.get(end + 1).line() + 1;
        int to = endOf(end + 1) - 1;
        if (from <= to) {
            guards.add(new FileUses.Guard(name.toString(), new FileUses.Range(from, to)));
        }
    }

    /// `const NAME = false` at the top level, or `NAME: false` in an object there.
    private void constantlyOff() {
        Word name = at > 1 ? words.get(at - 2) : words.get(at);
        if (at < 2 || name.kind() != Word.Kind.NAME) {
            return;
        }
        boolean ends = next(';')
                || next(',')
                || next('}')
                || (at + 1 < words.size()
                        && words.get(at + 1).line() > words.get(at).line());
        if (words.get(at - 1).is('=')
                && depth == 0
                && at > 2
                && words.get(at - 3).isName("const")
                && ends) {
            off.add(name.text());
        } else if (words.get(at - 1).is(':') && openBinding != FileUses.TOP && ends) {
            off.add(facts.bindings().get(FileUses.TOP - 1 - openBinding).local() + "." + name.text());
        }
    }

    private void text(Word word, @Nullable Word before) {
        boolean key = before != null && before.is('[') && signAt(at + 1, ']') && at > 1;
        if (key && word.kind() == Word.Kind.TEXT && words.get(at - 2).kind() == Word.Kind.NAME) {
            add(new Use(Use.Kind.MEMBER, words.get(at - 2).text(), word.text(), true, word.line()));
        }
        add(new Use(Use.Kind.TEXT, "", known(word), true, word.line()));
    }

    /// `a[b]`: what is known of the name in the brackets.
    private void computed(Word object) {
        int open = at + 1;
        while (!words.get(open).is('[')) {
            open++;
        }
        Word first = open + 1 < words.size() ? words.get(open + 1) : object;
        // `any[]` is a type.
        boolean constant = first.is(']') || first.is('0') || (first.kind() == Word.Kind.TEXT && signAt(open + 2, ']'));
        if (!constant) {
            add(new Use(Use.Kind.COMPUTED, object.text(), pattern(open + 1), true, object.line()));
        }
    }

    /// `Reflect.get(object, name)`.
    private void reflected(int line) {
        if (at + 2 < words.size() && words.get(at + 2).kind() == Word.Kind.NAME) {
            int comma = at + 3;
            while (comma < words.size()
                    && !words.get(comma).is(',')
                    && !words.get(comma).is(')')) {
                comma++;
            }
            add(new Use(Use.Kind.COMPUTED, words.get(comma - 1).text(), pattern(comma + 1), true, line));
        }
    }

    /// `import(name)`, where the name is computed; others are known as imports.
    private void imported() {
        Word first = at + 2 < words.size() ? words.get(at + 2) : words.get(at);
        if (!(first.kind() == Word.Kind.TEXT && signAt(at + 3, ')'))) {
            add(new Use(
                    Use.Kind.IMPORT, "", pattern(at + 2), true, words.get(at).line()));
        }
    }

    /// Whether the word only gives a name to something: a function, a variable, a key.
    private boolean declares(Word word, @Nullable Word before) {
        if (before != null
                && (before.isName("function")
                        || before.isName("const")
                        || before.isName("let")
                        || before.isName("var")
                        || before.isName("class")
                        || (before.isName("default") && !next('(')))) {
            return true;
        }
        if (next(':') && before != null && (before.is('{') || before.is(','))) {
            return true;
        }
        return (next('(') || next('=') || next('<') || next(':'))
                && facts.functions().stream()
                        .anyMatch(function -> function.line() == word.line()
                                && function.name().equals(word.text())
                                && function.kind() != FileFacts.FunctionKind.CONSTRUCTOR)
                && isFirstInLine(word);
    }

    private void add(Use use) {
        uses.computeIfAbsent(part(use.line()), key -> new ArrayList<>()).add(use);
    }

    /// The innermost function around a line; else the object that is open, or the top level.
    private int part(int line) {
        int found = FileUses.TOP;
        int lines = Integer.MAX_VALUE;
        for (int i = 0; i < facts.functions().size(); i++) {
            FileFacts.Function function = facts.functions().get(i);
            int length = function.endLine() - function.line();
            // A line that several functions share is taken for the last of them that begins before the word.
            if (function.line() <= line && line <= function.endLine() && length <= lines && begun(function, line)) {
                found = i;
                lines = length;
            }
        }
        return found == FileUses.TOP ? openBinding : found;
    }

    /// Whether the name of a function that begins in this line has been read.
    private boolean begun(FileFacts.Function function, int line) {
        if (function.line() != line) {
            return true;
        }
        for (int i = Math.min(at, words.size() - 1); i >= 0 && words.get(i).line() == line; i--) {
            if (words.get(i).isName(function.name())) {
                return i < at || function.kind() == FileFacts.FunctionKind.CONSTRUCTOR;
            }
        }
        return function.name().isEmpty();
    }
}
