package dev.backbeat.app.cli;

import dev.backbeat.app.config.Settings;
import dev.backbeat.app.engine.Parts;
import dev.backbeat.app.server.ServerOptions;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The verb `serve`.
@Command(name = "serve", description = "answers over HTTP, takes lines, and shows a page that follows them")
final class ServeCommand extends Verb {

    private static final int TOKEN_BYTES = 24;
    private static final int SHORTEST_TOKEN = 16;
    private static final int MOST_PORT = 65_535;

    @Option(
            names = "--port",
            paramLabel = "<n>",
            description = "where it listens; 0 for any that is free (default: 4711)")
    int port = ServerOptions.DEFAULT_PORT;

    @Option(
            names = "--host",
            paramLabel = "<address>",
            description = "the address it listens at; any but a loopback one needs a token (default: 127.0.0.1)")
    String host = "127.0.0.1";

    @Option(
            names = "--allow-origin",
            paramLabel = "<origin>",
            description = "a page's origin, such as http://localhost:5173, that may send lines; may be repeated")
    List<String> origins = new ArrayList<>();

    @Option(
            names = "--allow-host",
            paramLabel = "<name>",
            description = "a further name that the server is asked by; may be repeated")
    List<String> hosts = new ArrayList<>();

    @Option(
            names = "--token",
            paramLabel = "<token>",
            description = "what callers have to know (default: BACKBEAT_TOKEN, or made up where one is needed)")
    @Nullable
    String token;

    @Option(
            names = "--build",
            paramLabel = "<label>[=<glob>]",
            description = "what the build is called whose lines are sent; may be repeated")
    List<String> builds = new ArrayList<>();

    @Option(
            names = "--follow",
            paramLabel = "<path>",
            description = "a log, or a folder of logs, whose growth is read as it is written; may be repeated")
    List<Path> follow = new ArrayList<>();

    @Option(names = "--open", description = "show the page in the browser")
    boolean open;

    ServeCommand(Shell shell, Supplier<Parts> parts) {
        super(shell, parts);
    }

    @Override
    public Integer call() {
        Settings settings = settings(null, List.of(), List.of(), builds);
        ServerOptions serving = serving();
        ServerRun run = ServerRun.start(
                shell,
                parts.get(),
                settings.store(),
                Requests.of(shell.folder(), List.of(), settings),
                serving,
                follow.stream().map(path -> shell.folder().resolve(path)).toList(),
                host);
        tell(serving, run.base());
        run.await();
        return 0;
    }

    private void tell(ServerOptions serving, String base) {
        String page = serving.token() == null ? base : base + "?token=" + serving.token();
        shell.out().println(page);
        if (open) {
            WebBrowser.open(page, environment(), System.getProperty("os.name"));
        }
        say("serving `%s`; Ctrl-C ends it".formatted(settings().store()));
        for (Path path : follow) {
            boolean there = Files.exists(shell.folder().resolve(path));
            say(there ? "following `%s`".formatted(path) : "`%s` is not there yet; waiting for it".formatted(path));
        }
        say(
                "hint: send lines with `curl --data-binary @<log> -H 'Content-Type: text/plain' '%sapi/ingest?source=<name>'`"
                        .formatted(base));
        shell.flush();
    }

    private ServerOptions serving() {
        if (port < 0 || port > MOST_PORT) {
            throw BackbeatException.withHint(
                    ErrorCode.USAGE, "`--port` is from 0 to 65535, not " + port, "an example is `--port 4711`");
        }
        InetAddress address = address();
        return new ServerOptions(
                address,
                port,
                token(address),
                origins.stream().map(ServeCommand::origin).collect(Collectors.toSet()),
                hosts.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()),
                ServerOptions.Limits.STANDARD);
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw BackbeatException.withHint(
                            ErrorCode.USAGE,
                            "there is no address `%s`".formatted(host),
                            "an example is `--host 0.0.0.0`")
                    .causedBy(e);
        }
    }

    /// What was said; made up where nothing was and others can reach the server.
    private @Nullable String token(InetAddress address) {
        String said = token == null ? environment().get("BACKBEAT_TOKEN") : token;
        if (said != null) {
            if (!said.matches("[A-Za-z0-9._~-]{%d,256}".formatted(SHORTEST_TOKEN))) {
                throw BackbeatException.withHint(
                        ErrorCode.USAGE,
                        "the token is too short, or holds other characters than letters, digits, `.`, `_`, `~` and `-`",
                        "use 16 of them or more, or none and let one be made up");
            }
            return said;
        }
        if (address.isLoopbackAddress()) {
            return null;
        }
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static String origin(String said) {
        if (!said.matches("https?://(\\[[0-9a-fA-F:]+]|[A-Za-z0-9.-]+)(:\\d{1,5})?")) {
            throw BackbeatException.withHint(
                    ErrorCode.USAGE,
                    "`%s` is no origin".formatted(said),
                    "write scheme, name and port alone, such as `http://localhost:5173`");
        }
        return said.toLowerCase(Locale.ROOT);
    }
}
