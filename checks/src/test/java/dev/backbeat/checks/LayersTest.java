package dev.backbeat.checks;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The folders keep to their walls.
class LayersTest {

    @Test
    void everyPackageBelongsToALayer() {
        assertThat(Production.classes())
                .filteredOn(type -> Layers.of(type.getPackageName()).isEmpty())
                .as("classes in no folder of the design; name the folder in Layers")
                .isEmpty();
    }

    @Test
    void layersDependOnlyOnWhatTheDesignAllows() {
        List<String> breaches = new ArrayList<>();
        int seen = 0;
        for (JavaClass type : Production.classes()) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (!Production.isOurs(target)) {
                    continue;
                }
                seen++;
                Layers.Layer from = Layers.of(type.getPackageName()).orElseThrow();
                if (Layers.of(target.getPackageName()).filter(from::allows).isEmpty()) {
                    breaches.add(dependency.getDescription());
                }
            }
        }
        assertThat(seen).as("dependencies seen").isGreaterThan(Production.MINIMUM_CLASSES);
        assertThat(breaches).as("dependencies against the table of folders").isEmpty();
    }

    @Test
    void theModelKnowsOnlyTheJdk() {
        List<String> breaches = new ArrayList<>();
        int seen = 0;
        for (JavaClass type : Production.classes()) {
            if (!Production.isIn(type, "dev.backbeat.model")) {
                continue;
            }
            seen++;
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                String name = target.getPackageName();
                boolean known = target.isPrimitive()
                        || Production.isIn(name, "java")
                        || Production.isIn(name, "dev.backbeat.model")
                        || Production.isIn(name, "org.jspecify.annotations");
                if (!known) {
                    breaches.add(dependency.getDescription());
                }
            }
        }
        assertThat(seen).as("classes of the model seen").isGreaterThan(20);
        assertThat(breaches).as("libraries in the model").isEmpty();
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.backbeat.(**)").should().beFreeOfCycles().check(Production.classes());
    }
}
