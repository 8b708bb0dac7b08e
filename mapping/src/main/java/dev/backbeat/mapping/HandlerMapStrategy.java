package dev.backbeat.mapping;

import dev.backbeat.model.HandlerKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// No document leads to the module, yet exactly one function stands under the handler's name in all exported
/// maps named `handlers`.
final class HandlerMapStrategy implements Strategy {

    private static final int LIKELY = 75;

    @Override
    public String id() {
        return "handler_map";
    }

    @Override
    public Optional<Attempt> attempt(HandlerKey handler, CodeVersions code) {
        Set<InVersion> found = new LinkedHashSet<>();
        List<String> untold = new ArrayList<>();
        String led = "";
        for (CodeVersion version : code.all()) {
            CodeVersion.InMaps maps = version.inHandlerMaps(handler.handler());
            untold.addAll(maps.untold());
            for (var entry : maps.functions().entrySet()) {
                if (found.add(new InVersion(version, entry.getValue()))) {
                    led = "`handlers` of `%s` has it, and no other has one of this name".formatted(entry.getKey());
                }
            }
        }
        if (!untold.isEmpty()) {
            return Optional.of(new Attempt(List.of(), 0, untold.getFirst()));
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Attempt(
                List.copyOf(found),
                LIKELY,
                found.size() == 1
                        ? led
                        : "several exported `handlers` have one of this name, and no document says which"));
    }
}
