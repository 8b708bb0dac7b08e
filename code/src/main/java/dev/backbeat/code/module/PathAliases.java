package dev.backbeat.code.module;

import dev.backbeat.code.json.LocatedJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/// The `paths` and `baseUrl` of `tsconfig.json`, also where they come by relative `extends` or from
/// `references` beside it.
final class PathAliases {

    private static final String NAME = "tsconfig";
    private static final String ENDING = ".json";
    private static final String FILE = NAME + ENDING;
    private static final String OPTIONS = "compilerOptions";
    private static final String BASE = "baseUrl";

    private final SortedMap<String, LocatedJson> descriptions;
    private final Map<String, Settings> byFolder = new HashMap<>();

    /// @param base the folder that names are relative to; empty where none is set
    private record Settings(List<Alias> aliases, Optional<String> base) {}

    private record Alias(String before, String after, boolean exact, List<String> targets) {

        boolean means(String specifier) {
            return exact
                    ? specifier.equals(before)
                    : specifier.startsWith(before)
                            && specifier.endsWith(after)
                            && specifier.length() >= before.length() + after.length();
        }

        String star(String specifier) {
            return exact ? "" : specifier.substring(before.length(), specifier.length() - after.length());
        }
    }

    PathAliases(SortedMap<String, LocatedJson> descriptions) {
        this.descriptions = descriptions;
        for (String path : descriptions.keySet()) {
            if (path.equals(FILE) || path.endsWith("/" + FILE)) {
                byFolder.put(Paths.folder(path), settings(path));
            }
        }
    }

    /// The settings of a file; where it only refers to files beside it, theirs.
    private Settings settings(String path) {
        Settings own = ofChain(path);
        if (!own.aliases.isEmpty() || own.base.isPresent()) {
            return own;
        }
        LocatedJson content = descriptions.get(path);
        List<LocatedJson> references = content == null ? List.of() : content.elementsAt("references");
        return references.stream()
                .flatMap(reference -> reference.textAt("path").stream())
                .map(reference -> Paths.join(Paths.folder(path), reference))
                .filter(file -> Paths.folder(file).equals(Paths.folder(path)) && descriptions.containsKey(file))
                .map(this::ofChain)
                .filter(settings -> !settings.aliases.isEmpty() || settings.base.isPresent())
                .findFirst()
                .orElse(own);
    }

    /// The nearest file of the chain that sets an option counts; `paths` are relative to `baseUrl` or else to
    /// the file that sets them.
    private Settings ofChain(String path) {
        Set<String> chain = new LinkedHashSet<>();
        collect(path, chain);
        Optional<String> base = Optional.empty();
        String setsPaths = "";
        for (String file : chain.stream().toList().reversed()) {
            Optional<LocatedJson> options = options(file);
            Optional<String> set = options.flatMap(found -> found.textAt(BASE));
            if (set.isPresent()) {
                base = Optional.of(Paths.join(Paths.folder(file), set.get()));
            }
            if (options.flatMap(found -> found.at("paths")).isPresent()) {
                setsPaths = file;
            }
        }
        String targets = base.orElse(Paths.folder(setsPaths));
        List<Alias> aliases = new ArrayList<>();
        options(setsPaths)
                .ifPresent(options -> options.entriesAt("paths")
                        .forEach((pattern, values) -> aliases.add(alias(pattern, values, targets))));
        aliases.sort(
                Comparator.comparing((Alias alias) -> !alias.exact).thenComparing(alias -> -alias.before.length()));
        return new Settings(aliases, base);
    }

    private Optional<LocatedJson> options(String file) {
        return Optional.ofNullable(descriptions.get(file)).flatMap(content -> content.at(OPTIONS));
    }

    /// A file and those it extends; of several that it extends the last one counts first.
    private void collect(String path, Set<String> chain) {
        LocatedJson content = descriptions.get(path);
        if (content == null || !chain.add(path)) {
            return;
        }
        List<LocatedJson> parents =
                new ArrayList<>(content.elementsAt("extends").reversed());
        content.at("extends").ifPresent(parents::add);
        for (LocatedJson parent : parents) {
            parent.asText().ifPresent(name -> {
                String file = Paths.join(Paths.folder(path), name);
                collect(descriptions.containsKey(file) ? file : file + ENDING, chain);
            });
        }
    }

    private static Alias alias(String pattern, LocatedJson values, String base) {
        int star = pattern.indexOf('*');
        List<LocatedJson> listed = values instanceof LocatedJson.Arr array ? array.elements() : List.of();
        return new Alias(
                star < 0 ? pattern : pattern.substring(0, star),
                star < 0 ? "" : pattern.substring(star + 1),
                star < 0,
                listed.stream()
                        .flatMap(target -> target.asText().stream())
                        .map(target -> Paths.join(base, target))
                        .toList());
    }

    /// The paths that a module's name may mean by the nearest `tsconfig.json` above a file: of its patterns
    /// only the closest is asked.
    List<String> candidates(String from, String specifier) {
        String folder = Paths.folder(from);
        while (!byFolder.containsKey(folder)) {
            if (folder.isEmpty()) {
                return List.of();
            }
            folder = Paths.folder(folder);
        }
        Settings settings = byFolder.getOrDefault(folder, new Settings(List.of(), Optional.empty()));
        List<String> found = new ArrayList<>();
        settings.aliases.stream()
                .filter(alias -> alias.means(specifier))
                .findFirst()
                .ifPresent(alias ->
                        alias.targets.forEach(target -> found.add(target.replace("*", alias.star(specifier)))));
        settings.base.ifPresent(base -> found.add(Paths.join(base, specifier)));
        return found;
    }
}
