package dev.backbeat.mapping;

import dev.backbeat.model.HandlerKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Nothing leads to the handler, yet exactly one function outside of tests has its name.
final class UniqueNameStrategy implements Strategy {

    private static final int POSSIBLE = 60;

    @Override
    public String id() {
        return "unique_name";
    }

    @Override
    public Optional<Attempt> attempt(HandlerKey handler, CodeVersions code) {
        List<InVersion> found = new ArrayList<>();
        for (CodeVersion version : code.all()) {
            version.named(handler.handler()).forEach(symbol -> found.add(new InVersion(version, symbol)));
        }
        if (found.isEmpty()) {
            return Optional.of(new Attempt(List.of(), 0, "no function of this name is in the checkout"));
        }
        return Optional.of(new Attempt(
                found,
                POSSIBLE,
                found.size() == 1
                        ? "it is the only function of this name, but no document leads there"
                        : "%d functions have this name, and no document says which".formatted(found.size())));
    }
}
