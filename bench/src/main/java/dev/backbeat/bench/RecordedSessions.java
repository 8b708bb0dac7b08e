package dev.backbeat.bench;

import dev.backbeat.ingest.Layout;
import dev.backbeat.ingest.SessionHandler;
import dev.backbeat.ingest.redaction.Redactor;
import dev.backbeat.ingest.source.FileSource;
import dev.backbeat.ingest.stage.InputPass;
import dev.backbeat.ingest.stage.Parsing;
import dev.backbeat.ingest.vocabulary.conductor.ConductorVocabulary;
import dev.backbeat.model.FactSink;
import dev.backbeat.model.Session;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.Time;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The sessions of recorded logs with their facts, to be repeated.
final class RecordedSessions implements SessionHandler {

    private final List<Recorded> sessions = new ArrayList<>();
    private KeptFacts open = new KeptFacts();

    private RecordedSessions() {}

    /// A session and its facts.
    record Recorded(Session session, KeptFacts facts) {}

    /// Reads all logs of a folder that are of a known format.
    static List<Recorded> read(Path folder) throws IOException {
        RecordedSessions all = new RecordedSessions();
        try (ExecutorService pool = Executors.newFixedThreadPool(Machine.cores())) {
            for (Layout layout : Formats.ALL) {
                Parsing parsing = new Parsing(
                        layout, new ConductorVocabulary(), Redactor.standard(), false, Time.NANOS_PER_SECOND);
                for (Path log : Formats.logs(folder, layout)) {
                    try (InputPass pass = new InputPass(new FileSource(log), parsing, pool)) {
                        pass.run(1, null, all, bytes -> {});
                    }
                }
            }
        }
        return all.sessions;
    }

    @Override
    public FactSink begin(SessionId session) {
        open = new KeptFacts();
        return open;
    }

    @Override
    public void end(Session session) {
        sessions.add(new Recorded(session, open));
    }
}
