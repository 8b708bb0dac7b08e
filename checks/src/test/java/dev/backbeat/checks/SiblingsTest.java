package dev.backbeat.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Implementations of one contract do not know each other, and nobody but the catalog knows them.
class SiblingsTest {
    private static final String CATALOG = "dev.backbeat.app.Catalog";

    /// The packages whose folders are implementations, one each, and where these lie.
    private static final Map<String, String> FAMILIES = Map.of(
            "dev.backbeat.ingest.decoding", "ingest/src/main/java/dev/backbeat/ingest/decoding",
            "dev.backbeat.ingest.layout", "ingest/src/main/java/dev/backbeat/ingest/layout",
            "dev.backbeat.ingest.vocabulary", "ingest/src/main/java/dev/backbeat/ingest/vocabulary",
            "dev.backbeat.ingest.source", "ingest/src/main/java/dev/backbeat/ingest/source",
            "dev.backbeat.ingest.claims", "ingest/src/main/java/dev/backbeat/ingest/claims",
            "dev.backbeat.analysis", "analyses/src/main/java/dev/backbeat/analysis",
            "dev.backbeat.output", "outputs/src/main/java/dev/backbeat/output");

    private static final List<String> ENGINES = List.of("dev.backbeat.store.duckdb", "dev.backbeat.store.lake");

    @Test
    void onlyTheCatalogKnowsImplementations() {
        List<String> breaches = new ArrayList<>();
        for (JavaClass type : Production.classes()) {
            if (type.getName().equals(CATALOG) || type.getName().startsWith(CATALOG + "$")) {
                continue;
            }
            Optional<String> own = implementation(type);
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                Optional<String> other =
                        implementation(dependency.getTargetClass().getBaseComponentType());
                if (other.isPresent() && !other.equals(own)) {
                    breaches.add(dependency.getDescription());
                }
            }
        }
        assertThat(breaches)
                .as("only %s may know an implementation; siblings do not know each other", CATALOG)
                .isEmpty();
    }

    @Test
    void everyImplementationOnDiskWasSeen() {
        TreeSet<String> onDisk = new TreeSet<>();
        FAMILIES.forEach((packageName, folder) ->
                Tree.foldersBelow(folder).forEach(name -> onDisk.add(packageName + "." + name)));
        TreeSet<String> seen = new TreeSet<>();
        Production.classes().forEach(type -> implementation(type).ifPresent(seen::add));
        seen.removeAll(ENGINES);
        assertThat(seen).as("implementations that the rules looked at").isEqualTo(onDisk);
    }

    /// The package of the implementation that a class belongs to, where it belongs to one.
    private static Optional<String> implementation(JavaClass type) {
        String name = type.getPackageName();
        for (String engine : ENGINES) {
            if (Production.isIn(name, engine)) {
                return Optional.of(engine);
            }
        }
        for (String family : FAMILIES.keySet()) {
            if (name.startsWith(family + ".")) {
                int end = name.indexOf('.', family.length() + 1);
                return Optional.of(end < 0 ? name : name.substring(0, end));
            }
        }
        return Optional.empty();
    }
}
