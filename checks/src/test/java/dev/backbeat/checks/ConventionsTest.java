package dev.backbeat.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What may be used where, and what may not be called so.
class ConventionsTest {
    private static final Pattern EMPTY_NAME = Pattern.compile("(Util|Manager|Helper|Impl)(s|[A-Z].*)?$");
    private static final Set<String> DATABASES = Set.of("java.sql", "javax.sql", "org.duckdb");

    @Test
    void onlyTheEnginesSpeakSql() {
        List<String> breaches = new ArrayList<>();
        for (JavaClass type : outside("dev.backbeat.store.duckdb", "dev.backbeat.store.lake")) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target =
                        dependency.getTargetClass().getBaseComponentType().getPackageName();
                if (DATABASES.stream().anyMatch(name -> Production.isIn(target, name))) {
                    breaches.add(dependency.getDescription());
                }
            }
        }
        assertThat(breaches).as("ask through the store's contract").isEmpty();
    }

    @Test
    void onlyTheAppWritesToTheTerminal() {
        Predicate<JavaAccess<?>> terminal = access -> switch (access.getName()) {
            case "out", "err" -> access.getTargetOwner().isEquivalentTo(System.class);
            case "printStackTrace" -> access.getTargetOwner().isAssignableTo(Throwable.class);
            default -> false;
        };
        assertThat(outside("dev.backbeat.app").stream()
                        .flatMap(type -> type.getAccessesFromSelf().stream())
                        .filter(terminal)
                        .map(JavaAccess::getDescription))
                .as("return it, or throw with an ErrorCode; only the app talks")
                .isEmpty();
    }

    @Test
    void namesSayWhatAThingIs() {
        assertThat(Production.classes())
                .filteredOn(type -> EMPTY_NAME.matcher(type.getSimpleName()).find())
                .as("name it after what it does, not Util, Manager, Helper or Impl")
                .isEmpty();
    }

    @Test
    void accessorsAreNamedAsThoseOfRecords() {
        List<JavaMethod> accessors = Production.classes().stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getName().matches("get([A-Z].*)?"))
                .filter(method -> method.getRawParameterTypes().isEmpty())
                .filter(method -> !overrides(method))
                .toList();
        assertThat(accessors).as("`name()`, not `getName()`").isEmpty();
    }

    private static boolean overrides(JavaMethod method) {
        JavaClass owner = method.getOwner();
        return Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
                .anyMatch(parent -> parent.tryGetMethod(method.getName()).isPresent());
    }

    private static List<JavaClass> outside(String... packages) {
        List<JavaClass> classes = Production.classes().stream()
                .filter(type -> Stream.of(packages).noneMatch(name -> Production.isIn(type, name)))
                .toList();
        assertThat(classes).as("classes seen").hasSizeGreaterThanOrEqualTo(Production.MINIMUM_CLASSES);
        return classes;
    }
}
