package dev.backbeat.code.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an audit that lies in a checkout says of functions and their tests. It is a claim: nobody has run
/// them.
///
/// @param kind `audit`, or `handler_tests` where it names functions without their files
/// @param path its file, within the checkout
/// @param functions in the order of the file
public record TestAudit(String kind, String path, List<Function> functions) {

    /// Copies.
    public TestAudit {
        functions = List.copyOf(functions);
    }

    /// A function.
    ///
    /// @param file its file as the audit names it; `null` where it does not
    /// @param tests the tests that reach it; none where the audit says that there is none
    public record Function(String name, @Nullable String file, List<Test> tests) {

        /// Copies.
        public Function {
            tests = List.copyOf(tests);
        }
    }

    /// A test.
    ///
    /// @param title `null` where the audit names the file alone
    public record Test(String file, @Nullable String title) {}
}
