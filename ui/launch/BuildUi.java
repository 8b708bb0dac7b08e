import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Builds or tests the pages with the machine's Node, where anything changed since it last did; the Maven
/// build calls it. It is one file in the language of an older Java, too, since Maven may run on one.
final class BuildUi {

    private static final String NEEDED = "Node 20.19 or later with npm";
    private static final int[] OLDEST = {20, 19};
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.(\\d+)\\..*");
    private static final int LAST_LINES = 40;

    private static final List<String> PACKAGES = List.of("package.json", "package-lock.json", ".npmrc");
    private static final List<String> SOURCES = List.of("tsconfig.json", "vite.config.ts", "launch", "src");
    private static final String WEB = "target/web/dev/backbeat/ui/";
    private static final List<String> BUILT =
            List.of("report.js", "report.css", "dashboard/manifest.json");

    /// Trouble that is told in words alone.
    private static final class Trouble extends Exception {
        private static final long serialVersionUID = 1L;

        Trouble(String words) {
            super(words);
        }
    }

    private final Path folder;

    private BuildUi(Path folder) {
        this.folder = folder;
    }

    /// `build` or `test`, then whatever says `true` where nothing is to be done.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> said = Arrays.asList(arguments);
        if (said.contains("true")) {
            return;
        }
        try {
            new BuildUi(Path.of("").toAbsolutePath()).run(said.get(0));
        } catch (Trouble trouble) {
            // As Maven marks errors, so that the launcher finds them among all else.
            trouble.getMessage().lines().forEach(line -> System.out.println("[ERROR] " + line));
            System.exit(1);
        }
    }

    private void run(String task) throws Trouble, IOException, InterruptedException {
        Path mark = folder.resolve("target/" + task + ".done");
        List<String> all = new ArrayList<>(PACKAGES);
        all.addAll(SOURCES);
        String sources = hash(all);
        boolean built = BUILT.stream().allMatch(file -> Files.isRegularFile(folder.resolve(WEB + file)));
        if (sources.equals(text(mark)) && (built || !task.equals("build"))) {
            return;
        }
        Path node = onPath("node");
        Path npm = onPath("npm");
        requireVersion(node);
        Path installed = folder.resolve("node_modules/.backbeat");
        String packages = hash(PACKAGES);
        if (!packages.equals(text(installed))) {
            npm(npm, "ci", "--no-audit", "--no-fund", "--loglevel=error");
            Files.writeString(installed, packages);
        }
        npm(npm, "run", "--silent", task);
        Files.createDirectories(mark.getParent());
        Files.writeString(mark, sources);
    }

    private void requireVersion(Path node) throws Trouble, IOException, InterruptedException {
        List<String> said = new ArrayList<>();
        int code = call(List.of(node.toString(), "--version"), said);
        Matcher version = VERSION.matcher(said.isEmpty() ? "" : said.get(0).trim());
        if (code != 0 || !version.matches()) {
            throw new Trouble("`" + node + "` does not say its version; the pages in `ui/` need " + NEEDED);
        }
        int[] found = {Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2))};
        if (Arrays.compare(found, OLDEST) < 0) {
            throw new Trouble("`" + node + "` is " + version.group() + ", and the pages in `ui/` need " + NEEDED
                    + "\nhint: install a later one, or put it first on the PATH");
        }
    }

    private static Path onPath(String name) throws Trouble {
        boolean windows = File.pathSeparatorChar == ';';
        List<String> names = windows ? List.of(name + ".exe", name + ".cmd") : List.of(name);
        for (String part : String.valueOf(System.getenv("PATH")).split(File.pathSeparator)) {
            for (String file : names) {
                Path path = part.isEmpty() ? null : Path.of(part, file);
                if (path != null && Files.isExecutable(path) && Files.isRegularFile(path)) {
                    return path;
                }
            }
        }
        throw new Trouble("found no `" + name + "` on the PATH, and the pages in `ui/` have to be built\n"
                + "hint: install " + NEEDED + ", for example with your system's packages or from nodejs.org");
    }

    private void npm(Path npm, String... arguments) throws Trouble, IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(npm.toString()));
        command.addAll(List.of(arguments));
        List<String> said = new ArrayList<>();
        if (call(command, said) == 0) {
            return;
        }
        List<String> last = said.subList(Math.max(0, said.size() - LAST_LINES), said.size());
        String what = "`npm " + String.join(" ", arguments) + "` failed in `ui/`:\n" + String.join("\n", last);
        throw new Trouble(arguments[0].equals("ci")
                ? what + "\nhint: npm needs the network for a first build, or a filled cache"
                : what);
    }

    private int call(List<String> command, List<String> said) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("NO_COLOR", "1");
        environment.put("npm_config_update_notifier", "false");
        Process process = builder.start();
        process.getOutputStream().close();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(said::add);
        }
        return process.waitFor();
    }

    private static String text(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.readString(file) : "";
    }

    /// Of the names and contents of files and folders.
    private String hash(List<String> names) throws IOException {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            for (String name : names) {
                try (Stream<Path> files = Files.walk(folder.resolve(name))) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        String relative = folder.relativize(file).toString().replace('\\', '/');
                        hash.update((relative + '\0').getBytes(StandardCharsets.UTF_8));
                        add(hash, file);
                    }
                }
            }
            StringBuilder text = new StringBuilder();
            for (byte part : hash.digest()) {
                text.append(String.format("%02x", part));
            }
            return text.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(MessageDigest hash, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            hash.update(in.readAllBytes());
        }
        hash.update((byte) 0);
    }
}
