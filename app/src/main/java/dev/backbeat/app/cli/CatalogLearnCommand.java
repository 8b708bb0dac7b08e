package dev.backbeat.app.cli;

import dev.backbeat.app.config.Settings;
import dev.backbeat.app.engine.Engine;
import dev.backbeat.app.engine.LearnedCatalog;
import dev.backbeat.app.engine.Parts;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `catalog learn`.
@Command(name = "learn", description = "writes what production does as sequence documents, to review and pin")
final class CatalogLearnCommand extends Verb {

    private static final String USUAL = "backbeat-catalog";
    private static final double HUNDRED = 100;

    @Mixin
    ScopeOptions scope = new ScopeOptions();

    @Option(
            names = "--min-share",
            paramLabel = "<percent>",
            description = "variants that fewer of the completed executions of their sequence took are left out; 0"
                    + " keeps all (default: 5%%)")
    String minShare = "5%";

    @Option(names = "--force", description = "overwrite documents that differ")
    boolean force;

    CatalogLearnCommand(Shell shell, Supplier<Parts> parts) {
        super(shell, parts);
    }

    @Override
    public Integer call() {
        double share = share(minShare);
        String to = options.to == null ? USUAL : options.to;
        options.to = null;
        Settings settings = settings();
        Parts known = parts.get();
        known.output(settings.output());
        try (Engine engine = engine(known, settings)) {
            LearnedCatalog learned = engine.learn(scope.scope(), share);
            CatalogFolder.Written written =
                    new CatalogFolder(shell.folder().resolve(to)).write(learned.documents(), force);
            show(known, settings, learned.exhibits());
            if (!learned.documents().isEmpty()) {
                say("wrote %,d documents to `%s`, %,d were the same already"
                        .formatted(written.written(), to, written.same()));
                say("review them, then see how production fits: `backbeat conformance --code %s`"
                        .formatted(quoted(to)));
            }
        }
        return 0;
    }

    private static String quoted(String path) {
        return path.matches("[\\w./:@+-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }

    private static double share(String text) {
        String digits = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
        if (digits.matches("\\d{1,3}(\\.\\d{1,6})?") && Double.parseDouble(digits) <= HUNDRED) {
            return Double.parseDouble(digits) / HUNDRED;
        }
        throw BackbeatException.withHint(
                ErrorCode.USAGE,
                "`%s` is no share".formatted(text),
                "`--min-share` is from 0 to 100 percent, such as `2.5`");
    }
}
