package dev.backbeat.mapping;

import dev.backbeat.code.Symbol;
import dev.backbeat.code.catalog.DocumentedSequence.ModuleName;
import dev.backbeat.code.module.Meaning;
import dev.backbeat.model.HandlerKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The index file beside the documented sequence names the module, and its exported `handlers` name the
/// function: what the orchestrator itself does when it mounts the sequence.
final class DocumentStrategy implements Strategy {

    private static final int SURE = 100;

    @Override
    public String id() {
        return "document";
    }

    @Override
    public Optional<Attempt> attempt(HandlerKey handler, CodeVersions code) {
        Set<InVersion> found = new LinkedHashSet<>();
        List<String> reasons = new ArrayList<>();
        String led = "";
        boolean named = false;
        for (CodeVersions.Documented documented : documents(handler, code)) {
            for (ModuleName module : documented.sequence().modules()) {
                named = true;
                for (InVersion place : meant(handler, code, documented, module, reasons)) {
                    if (found.add(place) && led.isEmpty()) {
                        led = "`%s:%d` names module `%s`".formatted(module.path(), module.line(), module.specifier());
                    }
                }
            }
        }
        if (!named) {
            return Optional.empty();
        }
        if (found.isEmpty()) {
            return Optional.of(new Attempt(List.of(), 0, reasons.getFirst()));
        }
        return Optional.of(new Attempt(
                List.copyOf(found),
                SURE,
                found.size() == 1
                        ? led
                        : "documents of `%s` name modules with different functions".formatted(handler.sequence())));
    }

    /// Of documents of several plugins only those of the handler's own.
    private static List<CodeVersions.Documented> documents(HandlerKey handler, CodeVersions code) {
        List<CodeVersions.Documented> all = code.documents(handler.sequence());
        List<CodeVersions.Documented> own = all.stream()
                .filter(documented ->
                        handler.plugin().equals(documented.sequence().plugin())
                                && !documented.sequence().modules().isEmpty())
                .toList();
        return own.isEmpty() ? all : own;
    }

    private static List<InVersion> meant(
            HandlerKey handler,
            CodeVersions code,
            CodeVersions.Documented documented,
            ModuleName module,
            List<String> reasons) {
        List<CodeVersion> order = new ArrayList<>(List.of(documented.version()));
        code.all().stream().filter(version -> version != documented.version()).forEach(order::add);
        for (CodeVersion version : order) {
            Optional<String> file = version.module(module.path(), module.specifier());
            if (file.isEmpty()) {
                continue;
            }
            switch (version.handler(file.get(), handler.handler())) {
                case Meaning.OneFunction(Symbol symbol) -> {
                    return List.of(new InVersion(version, symbol));
                }
                case Meaning.Several(List<Symbol> symbols) -> {
                    return symbols.stream()
                            .map(symbol -> new InVersion(version, symbol))
                            .toList();
                }
                case Meaning.Nothing(String reason, boolean ignored) -> reasons.add(reason);
                default -> reasons.add("`%s` of `%s` is no function".formatted(handler.handler(), file.get()));
            }
            return List.of();
        }
        reasons.add("module `%s`, which `%s:%d` names, is not in the checkout"
                .formatted(module.specifier(), module.path(), module.line()));
        return List.of();
    }
}
