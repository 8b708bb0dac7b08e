package dev.backbeat.app.cli;

import dev.backbeat.app.config.Settings;
import dev.backbeat.app.engine.Engine;
import dev.backbeat.app.engine.LocalEngine;
import dev.backbeat.app.engine.Parts;
import dev.backbeat.model.Answer;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.Exhibit;
import dev.backbeat.output.Screen;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/// What verbs that ask the engine have in common.
abstract class Verb implements Callable<Integer> {

    final Shell shell;
    final Supplier<Parts> parts;

    @Mixin
    StoreOptions options = new StoreOptions();

    Verb(Shell shell, Supplier<Parts> parts) {
        this.shell = shell;
        this.parts = parts;
    }

    /// The settings without further flags.
    Settings settings() {
        return settings(null, List.of(), List.of());
    }

    Settings settings(@Nullable String format, List<String> code, List<String> builds) {
        return Settings.of(
                shell.folder(),
                shell.environment(),
                new Settings.Flags(options.store, format, options.output, code, builds));
    }

    /// Asks the engine and shows what it answers.
    int answer(Function<Engine, List<Exhibit>> question) {
        Settings settings = settings();
        Parts known = parts.get();
        known.output(settings.output());
        List<Exhibit> exhibits;
        try (Engine engine = engine(known, settings)) {
            exhibits = question.apply(engine);
        }
        show(known, settings, exhibits);
        return 0;
    }

    Engine engine(Parts known, Settings settings) {
        return new LocalEngine(known, settings.store(), shell.in());
    }

    /// Writes exhibits to where they are wanted.
    void show(Parts known, Settings settings, List<Exhibit> exhibits) {
        write((screen, target) -> known.output(settings.output())
                .write(Answer.of("answer", "", exhibits), screen, target));
    }

    /// Writes to the file of `--to`, or to standard output.
    void write(Writing writing) {
        String to = options.to;
        try {
            if (to == null) {
                writing.write(shell.screen(), shell.out());
                return;
            }
            Path file = shell.folder().resolve(to);
            try (Writer target = Files.newBufferedWriter(file)) {
                writing.write(Screen.none(), target);
            }
            say("wrote `%s`".formatted(file));
        } catch (IOException e) {
            throw BackbeatException.withHint(
                            ErrorCode.USAGE,
                            "`%s` can't be written: %s".formatted(to, e.getMessage()),
                            "check the folder and its permissions")
                    .causedBy(e);
        }
    }

    /// Talks.
    void say(String text) {
        PrintStream err = shell.err();
        err.println(text);
    }

    /// The environment's variables.
    Map<String, String> environment() {
        return shell.environment();
    }

    /// Writes an answer.
    @FunctionalInterface
    interface Writing {
        void write(Screen screen, Appendable target) throws IOException;
    }
}
