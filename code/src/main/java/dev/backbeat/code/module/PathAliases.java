package dev.backbeat.code.module;

import dev.backbeat.code.json.LocatedJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/// The `paths` of `tsconfig.json`, with `baseUrl` and relative `extends`.
final class PathAliases {

    private static final String FILE = "tsconfig.json";

    private final Map<String, List<Alias>> byFolder = new HashMap<>();

    private record Alias(String before, String after, List<String> targets) {}

    PathAliases(SortedMap<String, LocatedJson> descriptions) {
        for (String path : descriptions.keySet()) {
            if (path.equals(FILE) || path.endsWith("/" + FILE)) {
                List<Alias> aliases = new ArrayList<>();
                read(descriptions, path, aliases, new HashSet<>());
                byFolder.put(Paths.folder(path), aliases);
            }
        }
    }

    private static void read(
            SortedMap<String, LocatedJson> descriptions, String path, List<Alias> aliases, Set<String> seen) {
        LocatedJson content = descriptions.get(path);
        if (content == null || !seen.add(path)) {
            return;
        }
        LocatedJson options = content.at("compilerOptions").orElse(content);
        String base = Paths.join(Paths.folder(path), options.textAt("baseUrl").orElse("."));
        options.entriesAt("paths").forEach((pattern, targets) -> {
            int star = pattern.indexOf('*');
            String before = star < 0 ? pattern : pattern.substring(0, star);
            String after = star < 0 ? "" : pattern.substring(star + 1);
            List<String> resolved = options.at("paths").orElse(content).elementsAt(pattern).stream()
                    .flatMap(target -> target.asText().stream())
                    .map(target -> Paths.join(base, target))
                    .toList();
            aliases.add(new Alias(star < 0 ? pattern + "\0" : before, after, resolved));
        });
        content.textAt("extends").ifPresent(parent -> {
            String file = Paths.join(Paths.folder(path), parent);
            read(descriptions, descriptions.containsKey(file) ? file : file + ".json", aliases, seen);
        });
    }

    /// The paths that a module's name may mean by the nearest `tsconfig.json` above a file.
    List<String> candidates(String from, String specifier) {
        String folder = Paths.folder(from);
        while (true) {
            List<Alias> aliases = byFolder.get(folder);
            if (aliases != null) {
                return candidates(aliases, specifier);
            }
            if (folder.isEmpty()) {
                return List.of();
            }
            folder = Paths.folder(folder);
        }
    }

    private static List<String> candidates(List<Alias> aliases, String specifier) {
        List<String> found = new ArrayList<>();
        for (Alias alias : aliases) {
            boolean exact = alias.before.equals(specifier + "\0");
            if (exact) {
                found.addAll(alias.targets);
            } else if (specifier.startsWith(alias.before)
                    && specifier.endsWith(alias.after)
                    && specifier.length() >= alias.before.length() + alias.after.length()) {
                String star = specifier.substring(alias.before.length(), specifier.length() - alias.after.length());
                alias.targets.forEach(target -> found.add(target.replace("*", star)));
            }
        }
        return found;
    }
}
