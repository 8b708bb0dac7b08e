package dev.backbeat.mapping;

import dev.backbeat.code.FileFacts;
import dev.backbeat.code.catalog.Route;
import dev.backbeat.code.index.CodeIndex;
import dev.backbeat.store.CodeFacts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What manifests and calls say of topics, as rows. Those of tests say nothing of production.
final class TopicRows {

    private TopicRows() {}

    static Set<CodeFacts.Route> routes(StoredNames.Build build, CodeIndex index) {
        Set<CodeFacts.Route> rows = new LinkedHashSet<>();
        for (Route route : index.documents().routes()) {
            if (!Tests.isTest(route.path())) {
                rows.add(new CodeFacts.Route(
                        build.label(),
                        build.commit(),
                        index.checkout(),
                        index.commit().orElse(null),
                        route.kind().name().toLowerCase(Locale.ROOT),
                        route.name(),
                        absent(route.plugin()),
                        absent(route.sequence()),
                        route.path(),
                        route.line()));
            }
        }
        return rows;
    }

    static List<CodeFacts.TopicUse> uses(StoredNames.Build build, CodeVersion version) {
        CodeIndex index = version.index();
        List<CodeFacts.TopicUse> rows = new ArrayList<>();
        index.files().forEach((path, facts) -> {
            if (facts.tests().isEmpty() && !Tests.isTest(path)) {
                for (FileFacts.Call call : facts.calls()) {
                    rows.add(new CodeFacts.TopicUse(
                            build.label(),
                            build.commit(),
                            index.checkout(),
                            index.commit().orElse(null),
                            call.kind().name().toLowerCase(Locale.ROOT),
                            call.topic() != null ? call.topic() : version.text(path, call.topicName()),
                            call.topicName(),
                            call.function(),
                            call.callee(),
                            path,
                            call.line()));
                }
            }
        });
        return rows;
    }

    private static @Nullable String absent(String text) {
        return text.isEmpty() ? null : text;
    }
}
