package dev.backbeat.bench;

import dev.backbeat.ingest.assembly.SessionAssembler;
import dev.backbeat.model.Event;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Session;
import dev.backbeat.model.SessionId;
import dev.backbeat.store.InputRecord;
import dev.backbeat.store.InputWriter;
import dev.backbeat.store.SessionBuild;
import dev.backbeat.store.duckdb.DuckDbStore;
import dev.backbeat.store.duckdb.OpenMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The stages behind the parser: events become facts, and facts rows.
///
/// @param events how many events there were
/// @param facts how many facts
/// @param sessions how many sessions
record FactRun(long events, long facts, long sessions) {

    /// Assembles the events and writes their facts to a store that is removed again.
    @SuppressWarnings("try") // the store is closed within a stage, because that is where it writes its file
    static FactRun of(List<Event> events, Path parent, StageTimes times) throws IOException {
        Path folder = Files.createTempDirectory(parent, "backbeat-stages");
        try (DuckDbStore store = DuckDbStore.open(folder.resolve("store"), OpenMode.READ_WRITE)) {
            try (InputWriter writer = store.write()) {
                List<List<Event>> sessions = sessions(events);
                List<KeptFacts> kept = new ArrayList<>();
                times.stage("assembling", () -> {
                    for (int i = 0; i < sessions.size(); i++) {
                        KeptFacts facts = new KeptFacts();
                        SessionAssembler assembler = new SessionAssembler(new SessionId(i + 1), writer.input(), facts);
                        sessions.get(i).forEach(assembler::accept);
                        assembler.end();
                        kept.add(facts);
                    }
                });
                times.stageOfProcess("appending to the store", () -> {
                    for (int i = 0; i < kept.size(); i++) {
                        kept.get(i).replay(writer);
                        writer.session(session(i + 1, writer.input()), new SessionBuild(null, null, "none"));
                    }
                });
                times.stageOfProcess("committing", () -> {
                    writer.finish(record());
                    store.close();
                });
                long facts = kept.stream().mapToLong(KeptFacts::size).sum();
                return new FactRun(events.size(), facts, sessions.size());
            }
        } finally {
            remove(folder);
        }
    }

    private static List<List<Event>> sessions(List<Event> events) {
        List<List<Event>> sessions = new ArrayList<>();
        int from = 0;
        for (int at = 1; at <= events.size(); at++) {
            if (at == events.size() || events.get(at) instanceof Event.SessionStarted) {
                sessions.add(events.subList(from, at));
                from = at;
            }
        }
        return sessions;
    }

    private static Session session(long id, int input) {
        return new Session(
                new SessionId(id), 1, id, id, null, null, List.of(), new Origin(input, id), new Origin(input, id));
    }

    private static InputRecord record() {
        return new InputRecord("bench", "bench", 1, 1, 1, 1, "bench", List.of(), List.of(), List.of());
    }

    private static void remove(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
