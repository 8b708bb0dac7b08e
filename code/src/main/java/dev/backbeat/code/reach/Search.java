package dev.backbeat.code.reach;

import dev.backbeat.code.FileFacts;
import dev.backbeat.code.Symbol;
import dev.backbeat.code.index.CodeIndex;
import dev.backbeat.code.module.Meaning;
import dev.backbeat.code.module.Modules;
import dev.backbeat.code.module.Names;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The search itself: parts of files wait to be looked at, each once.
final class Search {

    private static final Pattern CAMEL = Pattern.compile("[A-Za-z_$][\\w$]*[a-z0-9_][A-Z_][\\w$]*");
    private static final String WHOLE = "*";

    private final CodeIndex index;
    private final Modules modules;
    private final Names names;
    private final Map<String, Optional<String>> moduleFiles = new HashMap<>();
    private final Sources sources;
    private final Loading loading;
    private final List<Flow> flows;
    private final Predicate<String> isTest;
    private final Map<String, List<Symbol>> functions = new HashMap<>();
    private final Map<Symbol, Way> ways = new HashMap<>();
    private final Map<Flow, Way> played = new HashMap<>();
    private final Set<String> loaded = new HashSet<>();
    private final Set<String> partsSeen = new HashSet<>();
    private final Map<String, Way> memberNames = new HashMap<>();
    private final Map<String, Way> computedNames = new HashMap<>();
    private final Map<String, Way> written = new HashMap<>();
    private final Texts texts;
    private final Deque<Part> waiting = new ArrayDeque<>();
    private boolean open;

    private record Part(String path, int part, int fromLine, int toLine) {}

    Search(CodeIndex index, Sources sources, List<Flow> flows, Set<String> documents, Predicate<String> isTest) {
        this.index = index;
        this.modules = new Modules(index);
        this.names = new Names(index, modules);
        this.sources = sources;
        this.flows = flows;
        this.isTest = isTest;
        this.texts = new Texts(flows.stream()
                .flatMap(flow -> Stream.concat(Stream.of(flow.sequence()), flow.triggers().stream()))
                .toList());
        this.loading = new Loading(index, sources, modules, documents, isTest);
        index.files()
                .forEach((path, facts) -> facts.functions()
                        .forEach(function -> functions
                                .computeIfAbsent(function.name(), name -> new ArrayList<>())
                                .add(Symbol.of(path, function))));
    }

    void run(Collection<Symbol> ran) {
        Loading.Entries entries = loading.entries();
        entries.loaded().forEach(this::load);
        for (String path : entries.called()) {
            everything(path, WHOLE, new Way(Way.Kind.NAMED, path, 1, false));
        }
        loading.documentModules().forEach(this::load);
        ran.forEach(symbol -> reach(symbol, new Way(Way.Kind.RAN, symbol.path(), symbol.line(), false)));
        boolean more = true;
        while (more) {
            drain();
            more = play(this::trigger) || play(flow -> Optional.ofNullable(flow.outside()));
        }
    }

    private void drain() {
        while (!waiting.isEmpty()) {
            Part part = waiting.poll();
            FileFacts facts = index.files().get(part.path());
            if (facts != null) {
                FileUses uses = sources.uses(part.path(), facts);
                for (Use use : uses.of(part.part())) {
                    if (use.line() >= part.fromLine() && use.line() <= part.toLine()) {
                        use(part.path(), facts, uses, use);
                    }
                }
            }
        }
    }

    /// Plays the sequences that what was found by now leads to.
    private boolean play(Function<Flow, Optional<Way>> trigger) {
        boolean more = false;
        for (Flow flow : flows) {
            if (played.containsKey(flow)) {
                continue;
            }
            Optional<Way> way = flow.ran()
                    ? Optional.of(new Way(Way.Kind.RAN, flow.document(), flow.line(), false))
                    : flow.mounted() ? trigger.apply(flow) : Optional.empty();
            if (way.isPresent()) {
                played.put(flow, way.get());
                more = true;
                Way through = new Way(
                        Way.Kind.PLAYED,
                        way.get().path(),
                        way.get().line(),
                        way.get().onError());
                flow.handlers().forEach(symbol -> reach(symbol, through));
            }
        }
        return more;
    }

    private Optional<Way> trigger(Flow flow) {
        return texts.of(flow.sequence())
                .or(() -> flow.triggers().stream()
                        .flatMap(name -> texts.of(name).stream())
                        .findFirst());
    }

    /// Whether the lines of a use run only if a constant is set that never is.
    private boolean isOff(String path, FileUses uses, int line) {
        return uses.guards().stream()
                .filter(guard -> guard.lines().has(line))
                .anyMatch(guard -> isOff(path, uses, guard.constant()));
    }

    private boolean isOff(String path, FileUses uses, String constant) {
        int dot = constant.indexOf('.');
        if (dot < 0) {
            return uses.off().contains(constant);
        }
        String entry = constant.substring(dot);
        if (entry.indexOf('.', 1) < 0
                && names.local(path, constant.substring(0, dot)) instanceof Meaning.OneObject object) {
            FileFacts facts = index.files().get(object.path());
            return facts != null
                    && sources.uses(object.path(), facts)
                            .off()
                            .contains(object.binding().local() + entry);
        }
        return false;
    }

    private void use(String path, FileFacts facts, FileUses uses, Use use) {
        if (isOff(path, uses, use.line())) {
            return;
        }
        boolean onError = uses.handled().stream().anyMatch(range -> range.has(use.line()));
        switch (use.kind()) {
            case NAME -> {
                Meaning meaning = names.local(path, use.name());
                if (!(meaning instanceof Meaning.Nothing)) {
                    meant(meaning, use.whole(), way(Way.Kind.NAMED, path, use, onError));
                } else {
                    fromLoaded(path, facts, use.name(), way(Way.Kind.NAMED, path, use, onError));
                    ofClass(path, facts, use.name(), way(Way.Kind.NAMED, path, use, onError));
                }
            }
            case MEMBER -> member(path, use, way(Way.Kind.NAMED, path, use, onError));
            case COMPUTED -> computed(path, facts, use, way(Way.Kind.COMPUTED, path, use, onError));
            case TEXT -> text(path, facts, use, way(Way.Kind.NAMED, path, use, onError));
            case IMPORT -> {
                open |= use.name().equals(WHOLE);
                Way way = way(Way.Kind.LOADED, path, use, onError);
                if (use.name().equals(WHOLE)) {
                    List.copyOf(written.keySet()).forEach(file -> whole(file, way));
                } else {
                    loading.matching(use.name()).forEach(file -> whole(file, way));
                }
            }
        }
    }

    /// A module is loaded under a computed name. The modules of documents are: a host mounts their handlers
    /// by what the documents say.
    private void whole(String file, Way way) {
        load(file);
        if (!loading.isOfDocuments(file)) {
            everything(file, WHOLE, way);
        }
    }

    /// A text names files: settings that are read, modules that a computed name may mean.
    private void writes(String path, String text, Way way) {
        for (String file : loading.named(path, text)) {
            if (loading.isConfig(file)) {
                config(file);
            } else if (index.files().containsKey(file) && written.putIfAbsent(file, way) == null && open) {
                whole(file, new Way(Way.Kind.LOADED, way.path(), way.line(), way.onError()));
            }
        }
    }

    /// The file of a module's name, looked up once.
    private Optional<String> module(String from, String specifier) {
        return moduleFiles.computeIfAbsent(from + "\0" + specifier, key -> modules.file(from, specifier));
    }

    private static Way way(Way.Kind kind, String path, Use use, boolean onError) {
        return new Way(kind, path, use.line(), onError);
    }

    /// What a name means is used, as a whole or to take an entry of it.
    private void meant(Meaning meaning, boolean whole, Way way) {
        switch (meaning) {
            case Meaning.OneFunction(Symbol symbol) -> reach(symbol, way);
            case Meaning.Several(List<Symbol> symbols) -> symbols.forEach(symbol -> reach(symbol, way));
            case Meaning.OneObject object -> {
                if (whole) {
                    entries(object, WHOLE, handedOn(way));
                }
            }
            case Meaning.Namespace(String file) -> {
                if (whole) {
                    everything(file, WHOLE, handedOn(way));
                }
            }
            case Meaning.Nothing nothing -> {}
        }
    }

    private static Way handedOn(Way way) {
        return new Way(Way.Kind.HANDED_ON, way.path(), way.line(), way.onError());
    }

    private void member(String path, Use use, Way way) {
        Meaning object = use.object().isEmpty() ? new Meaning.Nothing("", false) : names.local(path, use.object());
        if (object instanceof Meaning.Nothing) {
            named(use.name(), way);
            return;
        }
        if (object instanceof Meaning.OneObject known) {
            entryTexts(known, use.name());
        }
        Meaning entry = names.entry(object, use.name());
        if (entry instanceof Meaning.Nothing(String ignored, boolean certain) && !certain) {
            named(use.name(), way);
        } else {
            meant(entry, use.whole(), way);
        }
    }

    /// What an entry of an object says that is no function, such as the topic that a constant is.
    private void entryTexts(Meaning.OneObject object, String key) {
        FileFacts facts = index.files().get(object.path());
        if (facts == null) {
            return;
        }
        List<FileFacts.Entry> entries = object.binding().entries();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).key().equals(key) && isSaid(entries.get(i).kind())) {
                int to = i + 1 < entries.size() ? entries.get(i + 1).line() - 1 : Integer.MAX_VALUE;
                int from = entries.get(i).line();
                wait(object.path(), part(facts, object.binding()), from, Math.max(from, to));
            }
        }
    }

    private static boolean isSaid(FileFacts.EntryKind kind) {
        return kind == FileFacts.EntryKind.OTHER || kind == FileFacts.EntryKind.TEXT;
    }

    private static int part(FileFacts facts, FileFacts.Binding binding) {
        return FileUses.binding(facts.bindings().indexOf(binding));
    }

    private void computed(String path, FileFacts facts, Use use, Way way) {
        switch (names.local(path, use.object())) {
            case Meaning.OneObject known -> entries(known, use.name(), way);
            case Meaning.Namespace(String file) -> everything(file, use.name(), way);
            default -> {
                if (!use.name().equals(WHOLE) && Texts.isTelling(use.name())) {
                    computedNames.putIfAbsent(use.name(), way);
                    Pattern pattern = Texts.pattern(use.name());
                    List.copyOf(loaded)
                            .forEach(file ->
                                    byName(file, name -> pattern.matcher(name).matches(), way));
                }
                for (FileFacts.Import taken : facts.imports()) {
                    if (taken.dynamic()) {
                        module(path, taken.specifier()).ifPresent(file -> everything(file, use.name(), way));
                    }
                }
            }
        }
    }

    /// Whoever has an object of a class may call all of its methods.
    private void ofClass(String path, FileFacts facts, String name, Way way) {
        Set<String> files = new HashSet<>(Set.of(path));
        Set<String> called = new HashSet<>(Set.of(name));
        for (FileFacts.Import taken : facts.imports()) {
            if (taken.local().equals(name)) {
                called.add(taken.imported());
                module(path, taken.specifier()).ifPresent(files::add);
            }
        }
        for (String file : files) {
            FileFacts declaring = index.files().get(file);
            if (declaring == null) {
                continue;
            }
            declaring.exports().stream()
                    .filter(export -> called.contains(export.exported()))
                    .forEach(export -> called.add(export.local()));
            for (FileFacts.Function function : declaring.functions()) {
                int dot = function.qualifiedName().indexOf('.');
                if (dot > 0
                        && function.kind() == FileFacts.FunctionKind.METHOD
                        && called.contains(function.qualifiedName().substring(0, dot))) {
                    reach(Symbol.of(file, function), way);
                }
            }
        }
    }

    /// A name that a module brings which is loaded while the code runs.
    private void fromLoaded(String path, FileFacts facts, String name, Way way) {
        for (FileFacts.Import taken : facts.imports()) {
            if (taken.dynamic()) {
                module(path, taken.specifier())
                        .map(file -> names.exported(file, name))
                        .filter(meaning -> meaning instanceof Meaning.OneFunction || meaning instanceof Meaning.Several)
                        .ifPresent(meaning -> meant(meaning, false, way));
            }
        }
    }

    private void text(String path, FileFacts facts, Use use, Way way) {
        boolean subscribes = facts.calls().stream()
                .anyMatch(call -> call.kind() == FileFacts.CallKind.SUBSCRIBE
                        && call.line() == use.line()
                        && use.name().equals(call.topic()));
        if (subscribes) {
            return;
        }
        if (texts.add(use.name(), way) && CAMEL.matcher(use.name()).matches()) {
            named(use.name(), new Way(Way.Kind.COMPUTED, way.path(), way.line(), way.onError()));
        }
        writes(path, use.name(), way);
    }

    /// What a file of settings says that the code reads.
    private void config(String file) {
        if (loaded.add(file)) {
            loading.words(file).forEach(word -> {
                Way way = new Way(Way.Kind.COMPUTED, file, word.line(), false);
                texts.add(word.text(), way);
                named(word.text(), way);
                writes(file, word.text(), way);
            });
        }
    }

    /// Every function of this name: what it is an entry of can't be told.
    private void named(String name, Way way) {
        if (memberNames.putIfAbsent(name, way) == null) {
            for (Symbol symbol : functions.getOrDefault(name, List.of())) {
                if (loaded.contains(symbol.path())) {
                    reach(symbol, way);
                }
            }
        }
    }

    private void byName(String file, Predicate<String> name, Way way) {
        FileFacts facts = index.files().get(file);
        if (facts != null) {
            facts.functions().stream()
                    .filter(function -> name.test(function.name()))
                    .forEach(function -> reach(Symbol.of(file, function), way));
        }
    }

    /// The entries of an object whose names fit.
    private void entries(Meaning.OneObject object, String pattern, Way way) {
        Pattern fits = Texts.pattern(pattern);
        for (String key : names.keys(object)) {
            if (fits.matcher(key).matches()) {
                meant(names.entry(object, key), true, way);
                entryTexts(object, key);
            }
        }
    }

    /// All that a module exports under names that fit.
    private void everything(String file, String pattern, Way way) {
        load(file);
        Pattern fits = Texts.pattern(pattern);
        for (String key : names.keys(new Meaning.Namespace(file))) {
            Meaning meaning = names.exported(file, key);
            boolean isMap = meaning instanceof Meaning.OneObject;
            if (isMap || fits.matcher(key).matches()) {
                meant(meaning, true, way);
            }
        }
    }

    private void reach(Symbol symbol, Way way) {
        if (ways.putIfAbsent(symbol, way) != null) {
            return;
        }
        FileFacts facts = index.files().get(symbol.path());
        if (facts == null) {
            return;
        }
        load(symbol.path());
        for (int i = 0; i < facts.functions().size(); i++) {
            FileFacts.Function function = facts.functions().get(i);
            boolean within = function.line() >= symbol.line() && function.endLine() <= symbol.endLine();
            if (within) {
                // What is written inside of it may run with it.
                ways.putIfAbsent(Symbol.of(symbol.path(), function), way);
                wait(symbol.path(), i, 0, Integer.MAX_VALUE);
            }
        }
    }

    private void wait(String path, int part, int fromLine, int toLine) {
        if (partsSeen.add(path + ":" + part + ":" + fromLine)) {
            waiting.add(new Part(path, part, fromLine, toLine));
        }
    }

    private void load(String path) {
        FileFacts facts = index.files().get(path);
        if (facts == null || isTest.test(path) || !loaded.add(path)) {
            return;
        }
        wait(path, FileUses.TOP, 0, Integer.MAX_VALUE);
        facts.functions().stream()
                .filter(function -> function.kind() == FileFacts.FunctionKind.CONSTRUCTOR)
                .forEach(function ->
                        reach(Symbol.of(path, function), new Way(Way.Kind.NAMED, path, function.line(), false)));
        loading.imports(path, facts).forEach(this::load);
        loading.configs(path, facts).forEach(this::config);
        for (FileFacts.Function function : facts.functions()) {
            Way way = memberNames.get(function.name());
            if (way != null) {
                reach(Symbol.of(path, function), way);
            }
        }
        computedNames.forEach((pattern, way) -> {
            Pattern fits = Texts.pattern(pattern);
            byName(path, name -> fits.matcher(name).matches(), way);
        });
    }

    Optional<Way> way(Symbol symbol) {
        return Optional.ofNullable(ways.get(symbol));
    }

    Optional<Way> played(Flow flow) {
        return Optional.ofNullable(played.get(flow));
    }

    boolean isLoaded(String path) {
        return loaded.contains(path);
    }

    boolean isOpen() {
        return open;
    }
}
