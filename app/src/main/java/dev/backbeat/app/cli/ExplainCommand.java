package dev.backbeat.app.cli;

import dev.backbeat.app.engine.Parts;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The verb `explain`.
@Command(name = "explain", description = "says what a rule of findings means and what to do; alone, lists the rules")
final class ExplainCommand extends Verb {

    private static final String LIST = "README";

    @Parameters(arity = "0..1", paramLabel = "<rule>", description = "a rule, such as EXEC001")
    @Nullable
    String rule;

    ExplainCommand(Shell shell, Supplier<Parts> parts) {
        super(shell, parts);
    }

    @Override
    public Integer call() throws IOException {
        show(parts.get(), settings(), List.of(RulePage.of(text(rule == null ? LIST : rule.toUpperCase(Locale.ROOT)))));
        return 0;
    }

    private static String text(String name) throws IOException {
        boolean plain = name.matches("[A-Z]+[0-9]*");
        try (InputStream page =
                plain ? ExplainCommand.class.getResourceAsStream("/dev/backbeat/app/rules/" + name + ".md") : null) {
            if (page == null) {
                throw BackbeatException.withHint(
                        ErrorCode.NOT_FOUND, "there is no rule `%s`".formatted(name), "`backbeat explain` lists them");
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
