package dev.backbeat.app.cli;

import dev.backbeat.app.config.Settings;
import dev.backbeat.app.engine.Engine;
import dev.backbeat.app.engine.Parts;
import dev.backbeat.app.ingest.Format;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/// The verb `doctor`.
@Command(name = "doctor", description = "says what Backbeat finds here, and what stands in its way")
final class DoctorCommand extends Verb {

    DoctorCommand(Shell shell, Supplier<Parts> parts) {
        super(shell, parts);
    }

    @Override
    public Integer call() {
        Settings settings = settings();
        Parts known = parts.get();
        List<Exhibit.Summary.Fact> facts = new ArrayList<>();
        facts.add(fact("java", Runtime.version() + " in " + System.getProperty("java.home")));
        facts.add(new Exhibit.Summary.Fact(
                "heap limit", Cell.bytes(Runtime.getRuntime().maxMemory())));
        facts.add(fact("processors", String.valueOf(Runtime.getRuntime().availableProcessors())));
        Path file = settings.file();
        facts.add(fact("settings", file == null ? "no backbeat.yaml here or above" : file.toString()));
        facts.add(fact("store", settings.store() + ": " + store(known, settings)));
        facts.add(new Exhibit.Summary.Fact("free space", free(settings.store())));
        facts.add(fact("formats", known.formats().all().stream().map(Format::id).collect(Collectors.joining(", "))));
        show(known, settings, List.of(new Exhibit.Summary("", facts)));
        return 0;
    }

    private String store(Parts known, Settings settings) {
        if (!Files.isDirectory(settings.store())) {
            return "not there yet; `backbeat analyze <logs>` makes it";
        }
        try (Engine engine = engine(known, settings)) {
            long inputs = engine.inputs().stream()
                    .filter(Exhibit.Table.class::isInstance)
                    .mapToLong(table -> ((Exhibit.Table) table).total())
                    .sum();
            return inputs == 1 ? "1 input" : inputs + " inputs";
        } catch (BackbeatException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Cell free(Path store) {
        try {
            for (Path there = store.toAbsolutePath(); there != null; there = there.getParent()) {
                if (Files.exists(there)) {
                    return Cell.bytes(Files.getFileStore(there).getUsableSpace());
                }
            }
            return Cell.unknown();
        } catch (IOException e) {
            return Cell.unknown();
        }
    }

    private static Exhibit.Summary.Fact fact(String label, String text) {
        return new Exhibit.Summary.Fact(label, Cell.text(text));
    }
}
