package dev.backbeat.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/// The classes that are shipped, of all modules, as the architecture rules see them.
final class Production {
    /// Fewer classes than this mean that the import went wrong. Raise it as the project grows.
    static final int MINIMUM_CLASSES = 60;

    private static final List<String> NOT_SHIPPED =
            List.of("dev.backbeat.testkit", "dev.backbeat.checks", "dev.backbeat.bench");

    private static final JavaClasses CLASSES = imported();

    private Production() {}

    /// All shipped classes of Backbeat.
    static JavaClasses classes() {
        return CLASSES;
    }

    /// Whether the class is in the package or below it.
    static boolean isIn(JavaClass type, String packageName) {
        return isIn(type.getPackageName(), packageName);
    }

    /// Whether the package is the other one or below it.
    static boolean isIn(String packageName, String parent) {
        return packageName.equals(parent) || packageName.startsWith(parent + ".");
    }

    /// Whether the class is of Backbeat at all, shipped or not.
    static boolean isOurs(JavaClass type) {
        return isIn(type, "dev.backbeat");
    }

    private static JavaClasses imported() {
        JavaClasses all = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.backbeat");
        JavaClasses shipped = all.that(DescribedPredicate.describe(
                "shipped", type -> NOT_SHIPPED.stream().noneMatch(name -> isIn(type, name))));
        assertThat(shipped.size()).as("shipped classes seen").isGreaterThanOrEqualTo(MINIMUM_CLASSES);
        return shipped;
    }
}
