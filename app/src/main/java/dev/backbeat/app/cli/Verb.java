package dev.backbeat.app.cli;

import dev.backbeat.app.config.Settings;
import dev.backbeat.app.engine.AnalyzeReport;
import dev.backbeat.app.engine.Engine;
import dev.backbeat.app.engine.LocalEngine;
import dev.backbeat.app.engine.Parts;
import dev.backbeat.app.remote.RemoteEngine;
import dev.backbeat.app.remote.Serving;
import dev.backbeat.model.Answer;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Report;
import dev.backbeat.output.Output;
import dev.backbeat.output.Screen;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
        return settings(null, List.of(), List.of(), List.of());
    }

    Settings settings(@Nullable String format, List<String> code, List<String> coverage, List<String> builds) {
        return Settings.of(
                shell.folder(),
                shell.environment(),
                new Settings.Flags(options.store, format, options.output, code, coverage, builds));
    }

    /// Asks the engine and shows what it answers.
    int answer(Function<Engine, List<Exhibit>> question) {
        return answer(known -> named(List.of()), question);
    }

    /// Asks the engine for an analysis and shows what it answers.
    ///
    /// @param analysis its id
    int answer(String analysis, Function<Engine, List<Exhibit>> question) {
        return answer(
                known -> Answer.of(analysis, known.analysis(analysis).spec().question(), List.of()), question);
    }

    /// The exit code after an answer that was shown.
    int exitCode(List<Exhibit> exhibits) {
        return 0;
    }

    private int answer(Function<Parts, Answer> frame, Function<Engine, List<Exhibit>> question) {
        Settings settings = settings();
        Parts known = parts.get();
        known.output(settings.output());
        Answer named = frame.apply(known);
        try (Engine engine = engine(known, settings)) {
            List<Exhibit> exhibits = question.apply(engine);
            show(known, settings, engine, Answer.of(named.id(), named.question(), exhibits));
            return exitCode(exhibits);
        }
    }

    /// An answer that is called as the verb is.
    Answer named(List<Exhibit> exhibits) {
        Command verb = getClass().getAnnotation(Command.class);
        return Answer.of(verb.name(), String.join(" ", verb.description()), exhibits);
    }

    /// The server that holds the store, or the store itself.
    Engine engine(Parts known, Settings settings) {
        Optional<Serving> server = Serving.of(settings.store());
        if (server.isPresent()) {
            return RemoteEngine.of(settings.store(), server.get());
        }
        return new LocalEngine(known, settings.store(), shell.in());
    }

    /// Shows exhibits that nothing lies behind.
    void show(Parts known, Settings settings, List<Exhibit> exhibits) {
        show(known.output(settings.output()), named(exhibits));
    }

    /// Shows what was read: to programs as an object of its own, to all others as an answer.
    void show(Parts known, Settings settings, Engine engine, AnalyzeReport report) {
        if (settings.output().equals("json")) {
            write(null, (screen, target) -> target.append(ReportJson.of(report)).append('\n'));
        } else {
            show(
                    known,
                    settings,
                    engine,
                    Answer.of(
                            "analyze",
                            "what is in these logs?",
                            ReportText.of(report, !settings.code().isEmpty())));
        }
        shell.flush();
    }

    /// Shows an answer, with what lies behind it where the output shows that.
    void show(Parts known, Settings settings, Engine engine, Answer answer) {
        Output output = known.output(settings.output());
        show(output, output.showsDetails() ? engine.detailed(answer) : answer);
    }

    /// Shows every answer there is, with what lies behind it where the output shows that.
    void show(Parts known, Settings settings, Engine engine, Report report) {
        Output output = known.output(settings.output());
        if (options.table != null || destination().isFolder()) {
            show(known, settings, engine, report.answer());
            return;
        }
        Report whole = output.showsDetails() ? engine.detailed(report) : report;
        write(usual(output, report.id()), (screen, target) -> output.write(whole, screen, target));
    }

    private void show(Output output, Answer answer) {
        Answer chosen = options.table == null ? answer : Destination.table(output, answer, options.table);
        Destination destination = destination();
        if (destination.isFolder()) {
            for (Answer part : output.parts(chosen)) {
                Path file = destination.within(output, part);
                WholeFile.write(file, target -> output.write(part, Screen.none(), target));
                say("wrote `%s`".formatted(file));
            }
            return;
        }
        write(usual(output, answer.id()), (screen, target) -> output.write(chosen, screen, target));
    }

    private Destination destination() {
        return new Destination(shell.folder(), options.to);
    }

    /// The file that is written where nobody names one; `null` for standard output.
    private static @Nullable String usual(Output output, String id) {
        return output.fileEnding()
                .map(ending -> "backbeat-" + id + "." + ending)
                .orElse(null);
    }

    /// Writes to the file of `--to`, to the file that is usual, or to standard output.
    private void write(@Nullable String usual, Writing writing) {
        String to = options.to == null ? usual : options.to;
        if (to == null) {
            try {
                writing.write(shell.screen(), shell.out());
            } catch (IOException e) {
                throw BackbeatException.of(ErrorCode.ENVIRONMENT, "standard output takes no more")
                        .causedBy(e);
            }
            return;
        }
        Path file = shell.folder().resolve(to);
        WholeFile.write(file, target -> writing.write(Screen.none(), target));
        say("wrote `%s`".formatted(file));
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
