package dev.backbeat.app.server;

import com.linecorp.armeria.server.Server;
import dev.backbeat.analysis.AnalysisSpec;
import dev.backbeat.app.engine.AnalyzeRequest;
import dev.backbeat.app.engine.AnswerFolder;
import dev.backbeat.app.engine.LocalEngine;
import dev.backbeat.app.engine.Parts;
import dev.backbeat.app.follow.Follower;
import dev.backbeat.app.live.LiveLogs;
import dev.backbeat.app.live.LiveReader;
import dev.backbeat.app.remote.Serving;
import dev.backbeat.ingest.redaction.Redactor;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A running server: the store, open to read and to write, and what is reached over HTTP.
public final class BackbeatServer implements AutoCloseable {

    private static final int LONGEST_LINE_BYTES = 8 * 1024;
    private static final int LONGEST_HEADERS_BYTES = 16 * 1024;
    private static final int EVENT_LOOPS = 2;
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Duration SHORTEST_END = Duration.ofMillis(50);
    private static final Duration LONGEST_END = Duration.ofSeconds(2);

    private final LocalEngine engine;
    private final LiveLogs logs;
    private final Follower follower;
    private final LiveReader reader;
    private final Answers answers;
    private final Changes changes;
    private final Ahead ahead;
    private final Server server;
    private final Serving serving;
    private final Path folder;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean closing = new AtomicBoolean();

    private BackbeatServer(
            LocalEngine engine,
            LiveLogs logs,
            Follower follower,
            LiveReader reader,
            Answers answers,
            Changes changes,
            Ahead ahead,
            Server server,
            Serving serving,
            Path folder) {
        this.engine = engine;
        this.logs = logs;
        this.follower = follower;
        this.reader = reader;
        this.answers = answers;
        this.changes = changes;
        this.ahead = ahead;
        this.server = server;
        this.serving = serving;
        this.folder = folder;
    }

    /// Opens the store and begins to answer.
    ///
    /// @param store its folder
    /// @param manner how lines that are sent are read; its paths are not
    /// @param talk is told what goes wrong while it runs
    /// @throws BackbeatException where the store is held by another process, or the port is taken
    public static BackbeatServer start(
            Parts parts, Path store, AnalyzeRequest manner, ServerOptions options, Consumer<String> talk) {
        return start(parts, store, manner, options, List.of(), talk);
    }

    /// The same, and follows logs that grow.
    ///
    /// @param follow files and folders
    public static BackbeatServer start(
            Parts parts,
            Path store,
            AnalyzeRequest manner,
            ServerOptions options,
            List<Path> follow,
            Consumer<String> talk) {
        Serving.refuseSecond(store);
        LocalEngine engine = new LocalEngine(parts, store, InputStream.nullInputStream());
        List<AutoCloseable> opened = new ArrayList<>(List.of(engine));
        boolean started = false;
        try {
            StoreVersion version = new StoreVersion();
            AnswerFolder known = AnswerFolder.open(store, Program.stamp(), version.number());
            Path folder = engine.open();
            LiveLogs logs = LiveLogs.open(
                    folder,
                    parts.formats(),
                    Redactor.of(manner.redaction()),
                    options.limits().live());
            opened.add(logs);
            Metrics metrics = new Metrics();
            Consumer<Throwable> defects = trouble -> talk.accept("this should not have happened: " + trouble);
            Answers answers = new Answers(version, known, options.limits(), metrics, defects);
            opened.add(answers);
            Changes changes = new Changes(version, options.limits().mostListeners());
            opened.add(changes);
            List<Endpoint> endpoints =
                    new ArrayList<>(endpoints(parts, engine, logs, answers, changes, metrics, options));
            AtomicReference<Serving> serving = new AtomicReference<>();
            endpoints.add(new CommandLineCalls(engine, answers, serving, defects, () -> {
                        version.changed();
                        changes.tell();
                    })
                    .endpoint());
            Site site = new Site(new Gate(options), endpoints, metrics, defects);
            Server server = built(options, site, defects);
            begin(server, options);
            opened.add(server);
            LiveReader reader =
                    LiveReader.start(engine, logs, manner, options.limits().live(), listener(version, changes, talk));
            gauges(metrics, folder, logs, reader, answers, changes, version);
            Follower follower = Follower.start(follow, logs, talk);
            gauges(metrics, follower);
            serving.set(Serving.here(asked(options), server.activeLocalPort()));
            serving.get().write(folder);
            Ahead ahead = Ahead.start(version, answers, endpoints);
            started = true;
            return new BackbeatServer(
                    engine, logs, follower, reader, answers, changes, ahead, server, serving.get(), folder);
        } finally {
            if (!started) {
                opened.reversed().forEach(BackbeatServer::closeQuietly);
            }
        }
    }

    /// The address by which this machine reaches the server, as a URL wants it.
    private static String asked(ServerOptions options) {
        String address = options.address().isAnyLocalAddress()
                ? "127.0.0.1"
                : options.address().getHostAddress();
        return address.contains(":") ? "[" + address + "]" : address;
    }

    private static LiveReader.Listener listener(StoreVersion version, Changes changes, Consumer<String> talk) {
        return new LiveReader.Listener(
                () -> {
                    version.changed();
                    changes.tell();
                },
                trouble -> talk.accept(String.valueOf(trouble.getMessage())));
    }

    private static List<Endpoint> endpoints(
            Parts parts,
            LocalEngine engine,
            LiveLogs logs,
            Answers answers,
            Changes changes,
            Metrics metrics,
            ServerOptions options) {
        List<AnalysisSpec<?>> specs = new ArrayList<>();
        parts.analyses().forEach(analysis -> specs.add(analysis.spec()));
        List<Endpoint> all =
                new ArrayList<>(new Api(engine, specs, new Downloads(parts.outputs()), answers).endpoints());
        all.addAll(new Browse(engine, answers).endpoints());
        all.addAll(new Intake(logs, answers, metrics, options.limits()).endpoints());
        all.add(Endpoint.other(
                "/api/events",
                "tells when the store has changed, with its version, and that it is still there",
                Endpoint.Shape.EVENTS,
                false,
                changes::listen));
        all.add(Endpoint.object(
                "/api/openapi.json",
                "this document",
                List.of(),
                exchange -> exchange.reply(Reply.json(document(all)))));
        all.add(state("/health/live", "whether the process runs", exchange -> exchange.reply(status("live"))));
        all.add(state("/health/ready", "whether it can answer", exchange -> exchange.reply(ready(engine, answers))));
        all.add(Endpoint.other(
                "/metrics",
                "what the server counts of itself, as OpenMetrics",
                Endpoint.Shape.METRICS,
                false,
                exchange -> answers.once(exchange, () -> Reply.text(Metrics.TYPE, metrics.text()))));
        all.addAll(new PageFiles(engine, answers).endpoints());
        return List.copyOf(all);
    }

    private static Endpoint state(String path, String summary, Endpoint.Service service) {
        return new Endpoint(
                "GET", path, summary, List.of(), Endpoint.Shape.OBJECT, Endpoint.Body.NONE, false, true, service);
    }

    private static Reply status(String status) {
        return Reply.json(Map.of("status", status));
    }

    /// Whether there is room for a question, and the store can be asked.
    private static Reply ready(LocalEngine engine, Answers answers) {
        if (answers.isFull()) {
            return Reply.trouble(503, "BUSY", "too many answers are being worked on", null);
        }
        try {
            engine.storedInputs();
            return status("ready");
        } catch (BackbeatException e) {
            return Reply.trouble(
                    503,
                    e.code().name(),
                    String.valueOf(e.getMessage()),
                    e.hint().orElse(null));
        }
    }

    /// The OpenAPI document of every server.
    public static byte[] document(Parts parts) {
        LocalEngine engine = new LocalEngine(parts, Path.of(""), InputStream.nullInputStream());
        StoreVersion version = new StoreVersion();
        Metrics metrics = new Metrics();
        ServerOptions options = ServerOptions.local(List.of());
        try (Answers answers = new Answers(version, AnswerFolder.none(), options.limits(), metrics, trouble -> {});
                Changes changes = new Changes(version, 1);
                LiveLogs logs = LiveLogs.none(parts.formats())) {
            return Json.bytes(document(endpoints(parts, engine, logs, answers, changes, metrics, options)));
        }
    }

    private static Map<String, Object> document(List<Endpoint> endpoints) {
        String version = BackbeatServer.class.getPackage().getImplementationVersion();
        return OpenApi.of(endpoints, version == null ? "in development" : version, answerSchema());
    }

    private static JsonNode answerSchema() {
        try (InputStream in = BackbeatServer.class.getResourceAsStream("/dev/backbeat/app/answer.schema.json")) {
            if (in == null) {
                throw BackbeatException.of(ErrorCode.INTERNAL, "the schema of answers is not in this build");
            }
            // Within the document its own definitions lie deeper.
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Json.tree(text.replace("\"#/$defs/", "\"#/components/schemas/Answer/$defs/")
                    .getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw BackbeatException.of(ErrorCode.ENVIRONMENT, "the schema of answers can't be read")
                    .causedBy(e);
        }
    }

    private static Server built(ServerOptions options, Site site, Consumer<Throwable> defects) {
        return Server.builder()
                .http(new InetSocketAddress(options.address(), options.port()))
                .serviceUnder("/", site)
                .errorHandler(new Faults(defects))
                .requestTimeout(options.limits().requestTimeout())
                .maxRequestLength(options.limits().mostBodyBytes())
                .maxNumConnections(options.limits().mostConnections())
                .idleTimeout(IDLE)
                .http1MaxInitialLineLength(LONGEST_LINE_BYTES)
                .http1MaxHeaderSize(LONGEST_HEADERS_BYTES)
                .http2MaxHeaderListSize(LONGEST_HEADERS_BYTES)
                .workerGroup(EVENT_LOOPS)
                .blockingTaskExecutor(1)
                .disableServerHeader()
                .disableDateHeader()
                .verboseResponses(false)
                .gracefulShutdownTimeout(SHORTEST_END, LONGEST_END)
                .build();
    }

    private static void begin(Server server, ServerOptions options) {
        try {
            server.start().join();
        } catch (CompletionException e) {
            boolean taken = Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
                    .anyMatch(IOException.class::isInstance);
            String place = options.address().getHostAddress() + ":" + options.port();
            throw (taken
                            ? BackbeatException.withHint(
                                    ErrorCode.USAGE,
                                    "`%s` can't be bound: %s".formatted(place, rootMessage(e)),
                                    "another server may run there; choose another with `--port` or `--host`")
                            : BackbeatException.of(
                                    ErrorCode.ENVIRONMENT, "`%s` can't be bound: %s".formatted(place, rootMessage(e))))
                    .causedBy(e);
        }
    }

    private static String rootMessage(Throwable trouble) {
        Throwable root = trouble;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    private static void gauges(
            Metrics metrics,
            Path folder,
            LiveLogs logs,
            LiveReader reader,
            Answers answers,
            Changes changes,
            StoreVersion version) {
        Runtime runtime = Runtime.getRuntime();
        metrics.gauge("backbeat_store_bytes", "The files of the store.", () -> size(folder));
        metrics.gauge("backbeat_store_version", "Counts changes of the store.", version::number);
        metrics.gauge("backbeat_live_sources", "Logs that are sent.", logs::sources);
        metrics.gauge("backbeat_live_readings", "How often they were read.", reader::rounds);
        metrics.gauge("backbeat_live_failures", "How often they could not be.", reader::failures);
        metrics.gauge("backbeat_live_work_nanoseconds", "How long that took.", reader::workNanos);
        metrics.gauge("backbeat_answers_waiting", "Answers being worked on or waiting.", answers::waiting);
        metrics.gauge("backbeat_answers_given_up", "Answers that nobody waited for any more.", answers::givenUp);
        metrics.gauge("backbeat_answers_kept_bytes", "Answers that are kept.", answers::cachedBytes);
        metrics.gauge("backbeat_listeners", "Who listens to changes.", changes::listeners);
        metrics.gauge(
                "backbeat_jvm_heap_used_bytes", "Heap in use.", () -> runtime.totalMemory() - runtime.freeMemory());
        metrics.gauge("backbeat_jvm_heap_limit_bytes", "Heap at most.", runtime::maxMemory);
    }

    private static void gauges(Metrics metrics, Follower follower) {
        metrics.gauge("backbeat_followed_files", "Files that are followed.", follower::files);
        metrics.gauge(
                "backbeat_followed_behind_bytes",
                "What they have that was not taken, but for those that can't be taken.",
                follower::behindBytes);
    }

    private static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(
                            file -> file.toFile().isFile() ? file.toFile().length() : 0)
                    .sum();
        } catch (IOException | java.io.UncheckedIOException e) {
            // A file that goes while they are counted; the next count is right again.
            return 0;
        }
    }

    /// The port that it listens at.
    public int port() {
        return server.activeLocalPort();
    }

    /// Waits until it has ended.
    public void await() throws InterruptedException {
        ended.await();
    }

    /// Ends in order: takes nothing more, finishes what is being read and answered, closes the store.
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        changes.close();
        ahead.close();
        server.stop().join();
        follower.close();
        reader.close();
        answers.close();
        logs.close();
        serving.remove(folder);
        engine.close();
        answers.leave();
        ended.countDown();
    }

    private static void closeQuietly(AutoCloseable opened) {
        try {
            opened.close();
        } catch (Exception e) {
            // What could not be started is told; that it could not be closed either helps nobody.
            return;
        }
    }
}
