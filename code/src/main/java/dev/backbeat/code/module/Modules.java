package dev.backbeat.code.module;

import dev.backbeat.code.index.CodeIndex;
import dev.backbeat.code.json.LocatedJson;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// From a module's name as code or documents write it to the file that is meant, as Node and bundlers find
/// it; where a package is built into another folder (`dist/cart.js`), the source it is built from
/// (`src/cart.ts`) is preferred when both are there, or only the source is. What leads out of the checkout,
/// and the `imports` of a package (`#x`), mean nothing here.
public final class Modules {

    private static final List<String> ENDINGS =
            List.of(".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".d.ts");
    private static final List<String> BUILT = List.of("dist", "lib", "build", "out", "esm", "cjs", "es");
    private static final List<String> CONDITIONS =
            List.of("source", "development", "import", "module", "browser", "require", "node", "production", "default");
    private static final String SOURCES = "src";
    private static final String DOCUMENT = ".json";
    private static final Pattern QUERY = Pattern.compile("(?<=.)[?#].*$");
    private static final Pattern ENDING = Pattern.compile("\\.(d\\.)?[cm]?[jt]sx?$");
    private static final Map<String, List<String>> COMPILED_FROM = Map.of(
            ".js", List.of(".ts", ".tsx"), ".jsx", List.of(".tsx"), ".mjs", List.of(".mts"), ".cjs", List.of(".cts"));

    private final Set<String> files;
    private final Packages packages;
    private final PathAliases aliases;

    /// The modules of an index.
    public Modules(CodeIndex index) {
        this.files = index.files().keySet();
        this.packages = new Packages(index.descriptions());
        this.aliases = new PathAliases(index.descriptions());
    }

    /// The file that a module's name means.
    ///
    /// @param from the file in which it stands; names that begin with `.` are relative to it
    /// @param specifier the name, such as `./cart`, `@acme/cart` or `@acme/cart/totals`
    public Optional<String> file(String from, String specifier) {
        String clean = QUERY.matcher(specifier).replaceFirst("").replace('\\', '/');
        if (clean.isBlank() || clean.startsWith("#")) {
            return Optional.empty();
        }
        if (clean.startsWith("./") || clean.startsWith("../") || clean.equals(".") || clean.equals("..")) {
            return existing(Paths.join(Paths.folder(from), clean));
        }
        if (clean.startsWith("/")) {
            return existing(Paths.join("", clean)).or(() -> existing(Paths.join("public", clean)));
        }
        for (String candidate : aliases.candidates(from, clean)) {
            Optional<String> file = existing(candidate);
            if (file.isPresent()) {
                return file;
            }
        }
        for (Packages.Found found : packages.find(from, clean)) {
            Optional<String> file = ofPackage(found);
            if (file.isPresent()) {
                return file;
            }
        }
        // Documents also name files relative to the root, or beside themselves; code would mean a package.
        return from.endsWith(DOCUMENT)
                ? existing(Paths.join("", clean)).or(() -> existing(Paths.join(Paths.folder(from), clean)))
                : Optional.empty();
    }

    private Optional<String> ofPackage(Packages.Found found) {
        String subpath = found.subpath().isEmpty() ? "." : "./" + found.subpath();
        Set<String> targets = new LinkedHashSet<>();
        found.description().at("exports").ifPresent(exports -> exported(exports, subpath, targets));
        if (found.subpath().isEmpty()) {
            for (String field : List.of("source", "module", "main", "browser")) {
                found.description().textAt(field).ifPresent(targets::add);
            }
            targets.addAll(List.of("src/index", "index"));
        } else {
            targets.add(found.subpath());
            targets.add(SOURCES + "/" + found.subpath());
        }
        for (String target : targets) {
            for (String candidate : sourcesFirst(target)) {
                Optional<String> file = existing(Paths.join(found.folder(), candidate));
                if (file.isPresent()) {
                    return file;
                }
            }
        }
        return Optional.empty();
    }

    /// `dist/x.js` may be built from `src/x.ts` or `x.ts`.
    private static List<String> sourcesFirst(String target) {
        String clean = target.startsWith("./") ? target.substring(2) : target;
        List<String> candidates = new ArrayList<>();
        int slash = clean.indexOf('/');
        if (slash > 0 && BUILT.contains(clean.substring(0, slash))) {
            String rest = withoutEnding(clean.substring(slash + 1));
            candidates.add(SOURCES + "/" + rest);
            int next = rest.indexOf('/');
            if (next > 0 && BUILT.contains(rest.substring(0, next))) {
                candidates.add(SOURCES + "/" + rest.substring(next + 1));
            }
            // Without a folder of sources only what has to be compiled can be the source.
            COMPILED_FROM.values().stream()
                    .flatMap(List::stream)
                    .sorted()
                    .forEach(ending -> candidates.add(rest + ending));
        }
        candidates.add(clean);
        return candidates;
    }

    /// Adds what `exports` gives for a subpath: exact, then the longest pattern.
    private static void exported(LocatedJson exports, String subpath, Set<String> targets) {
        Map<String, LocatedJson> entries = exports instanceof LocatedJson.Obj object ? object.entries() : Map.of();
        boolean hasSubpaths = entries.keySet().stream().anyMatch(key -> key.startsWith("."));
        if (!hasSubpaths) {
            if (subpath.equals(".")) {
                conditional(exports, "", targets);
            }
            return;
        }
        LocatedJson exact = entries.get(subpath);
        if (exact != null) {
            conditional(exact, "", targets);
        }
        entries.entrySet().stream()
                .filter(entry -> matched(entry.getKey(), subpath).isPresent())
                .sorted((a, b) -> b.getKey().length() - a.getKey().length())
                .forEach(entry -> conditional(
                        entry.getValue(), matched(entry.getKey(), subpath).orElseThrow(), targets));
    }

    /// What `*` stands for.
    private static Optional<String> matched(String pattern, String subpath) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return Optional.empty();
        }
        String before = pattern.substring(0, star);
        String after = pattern.substring(star + 1);
        return subpath.length() >= before.length() + after.length()
                        && subpath.startsWith(before)
                        && subpath.endsWith(after)
                ? Optional.of(subpath.substring(before.length(), subpath.length() - after.length()))
                : Optional.empty();
    }

    private static void conditional(LocatedJson value, String star, Set<String> targets) {
        switch (value) {
            case LocatedJson.Text(int ignored, String text) -> targets.add(text.replace("*", star));
            case LocatedJson.Arr(int ignored, List<LocatedJson> elements) ->
                elements.forEach(element -> conditional(element, star, targets));
            case LocatedJson.Obj object -> {
                for (String condition : CONDITIONS) {
                    object.at(condition).ifPresent(found -> conditional(found, star, targets));
                }
            }
            default -> {
                // `null` forbids the subpath.
            }
        }
    }

    /// The file of a path that may lack its ending, name a folder, or name what is compiled from it.
    private Optional<String> existing(String path) {
        String compiled = path.substring(Math.max(path.lastIndexOf('.'), 0));
        String bare = withoutEnding(path);
        List<String> candidates = new ArrayList<>();
        COMPILED_FROM.getOrDefault(compiled, List.of()).forEach(source -> candidates.add(bare + source));
        candidates.add(path);
        ENDINGS.forEach(ending -> candidates.add(path + ending));
        if (!bare.equals(path)) {
            ENDINGS.forEach(ending -> candidates.add(bare + ending));
        }
        ENDINGS.forEach(ending -> candidates.add(path.isEmpty() ? "index" + ending : path + "/index" + ending));
        return candidates.stream().filter(files::contains).findFirst();
    }

    private static String withoutEnding(String path) {
        return ENDING.matcher(path).replaceFirst("");
    }
}
