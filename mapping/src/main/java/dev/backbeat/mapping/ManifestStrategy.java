package dev.backbeat.mapping;

import dev.backbeat.code.Symbol;
import dev.backbeat.code.catalog.PluginEntry;
import dev.backbeat.code.module.Meaning;
import dev.backbeat.model.HandlerKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The plugin manifest names the plugin's module, and its exported `handlers` name the function.
final class ManifestStrategy implements Strategy {

    private static final int ALMOST_SURE = 90;

    @Override
    public String id() {
        return "plugin_manifest";
    }

    @Override
    public Optional<Attempt> attempt(HandlerKey handler, CodeVersions code) {
        Set<InVersion> found = new LinkedHashSet<>();
        String led = "";
        for (CodeVersion version : code.all()) {
            for (PluginEntry entry : version.index().documents().plugins()) {
                if (!entry.plugin().equals(handler.plugin())) {
                    continue;
                }
                Optional<String> file = version.module(entry.path(), entry.module());
                for (Symbol symbol :
                        file.map(path -> functions(version, path, handler)).orElse(List.of())) {
                    if (found.add(new InVersion(version, symbol)) && led.isEmpty()) {
                        led = "`%s:%d` names module `%s`".formatted(entry.path(), entry.line(), entry.module());
                    }
                }
            }
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Attempt(
                List.copyOf(found),
                ALMOST_SURE,
                found.size() == 1
                        ? led
                        : "manifests name modules of `%s` with different functions".formatted(handler.plugin())));
    }

    private static List<Symbol> functions(CodeVersion version, String path, HandlerKey handler) {
        return switch (version.handler(path, handler.handler())) {
            case Meaning.OneFunction(Symbol symbol) -> List.of(symbol);
            case Meaning.Several(List<Symbol> symbols) -> symbols;
            default -> List.of();
        };
    }
}
