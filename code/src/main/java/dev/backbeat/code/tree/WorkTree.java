package dev.backbeat.code.tree;

import dev.backbeat.code.SourceTree;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The files of a folder as they are now. What `.gitignore` names is left out, also where the folder is no
/// repository; so are symbolic links that lead out of the folder, and packages below `node_modules` unless
/// the caller asks for one by [#packageFiles].
public final class WorkTree implements SourceTree {

    private static final String INSTALLED = "/node_modules/";
    private static final Set<String> NEVER = Set.of(".git", "node_modules", ".backbeat");
    /// After this long, in nanoseconds, every file system tells another change by another time.
    private static final long SETTLED = 2_000_000_000L;

    private final Path root;
    private final String name;
    private final List<Entry> files = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final long listed = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());

    private WorkTree(Path root) {
        this.root = root;
        Path last = root.getFileName();
        this.name = last == null ? root.toString() : last.toString();
    }

    /// Lists the files of a folder.
    ///
    /// @throws BackbeatException `INPUT` when it is no folder or can't be listed
    public static WorkTree of(Path folder) {
        try {
            WorkTree tree = new WorkTree(folder.toRealPath());
            try (DirectoryStream<Path> ignored = Files.newDirectoryStream(tree.root)) {
                // A file, or a folder that may not be listed, is no checkout.
            }
            Files.walkFileTree(tree.root, tree.new Walk(tree.root, "", tree.files, Ignores.below(tree.root)));
            tree.files.sort(Comparator.comparing(Entry::path));
            return tree;
        } catch (IOException e) {
            throw BackbeatException.withHint(
                            ErrorCode.INPUT,
                            "`%s` can't be read as a checkout: %s".formatted(folder, e.getMessage()),
                            "`--code` names the folder of a checkout")
                    .causedBy(e);
        }
    }

    /// The folder, without symbolic links.
    public Path root() {
        return root;
    }

    @Override
    public String checkout() {
        return name;
    }

    @Override
    public Optional<String> commit() {
        return Optional.empty();
    }

    @Override
    public List<Entry> files() {
        return List.copyOf(files);
    }

    @Override
    public List<Skipped> skipped() {
        return skipped.stream().sorted(Comparator.comparing(Skipped::path)).toList();
    }

    /// The installed packages below `node_modules` at the root, such as `node_modules/@acme/cart`, sorted.
    public List<String> installedPackages() {
        List<String> packages = new ArrayList<>();
        for (String direct : folders("node_modules")) {
            if (direct.startsWith("node_modules/@")) {
                packages.addAll(folders(direct));
            } else {
                packages.add(direct);
            }
        }
        return packages;
    }

    /// Whether an installed package has a folder of this name, or one of its folders has.
    public boolean hasFolder(String installed, String name) {
        return Files.isDirectory(root.resolve(installed).resolve(name))
                || folders(installed).stream()
                        .anyMatch(
                                folder -> Files.isDirectory(root.resolve(folder).resolve(name)));
    }

    /// The files of an installed package, sorted by path. None where it is linked to a workspace, whose files
    /// are in the tree already, or to a place out of the tree.
    public List<Entry> packageFiles(String installed) {
        List<Entry> found = new ArrayList<>();
        try {
            Path folder = root.resolve(installed).toRealPath();
            if (!folder.startsWith(root)) {
                skipped.add(new Skipped(installed, "it is a symbolic link out of the checkout"));
            } else if (("/" + slashed(root.relativize(folder))).contains(INSTALLED)) {
                Files.walkFileTree(folder, new Walk(folder, installed + "/", found, Ignores.none()));
            }
        } catch (IOException e) {
            skipped.add(new Skipped(installed, "it can't be listed: " + e.getMessage()));
        }
        found.sort(Comparator.comparing(Entry::path));
        return found;
    }

    private List<String> folders(String below) {
        Path folder = root.resolve(below);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .map(path -> below + "/" + path.getFileName())
                    .filter(path -> !path.startsWith("node_modules/."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            skipped.add(new Skipped(below, "it can't be listed: " + e.getMessage()));
            return List.of();
        }
    }

    @Override
    public byte[] content(Entry file) {
        try {
            return Files.readAllBytes(root.resolve(file.path()));
        } catch (IOException | InvalidPathException e) {
            throw BackbeatException.withHint(
                            ErrorCode.INPUT,
                            "`%s` of `%s` can't be read: %s".formatted(file.path(), root, e.getMessage()),
                            "check that it is still there and may be read")
                    .causedBy(e);
        }
    }

    private static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    /// Size, time and place on the disk. A file that changed just now may change once more without any of
    /// them showing it, so its stamp never comes again.
    private String stamp(BasicFileAttributes attributes) {
        long changed = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
        String stamp = attributes.size() + "-" + changed + "-" + attributes.fileKey();
        return listed - changed < SETTLED ? stamp + "-" + listed + "-" + System.nanoTime() : stamp;
    }

    /// Walks without following links; a link to a file inside of the tree is another name of a file that is
    /// walked anyway.
    private final class Walk extends SimpleFileVisitor<Path> {

        private final Path start;
        private final String prefix;
        private final List<Entry> found;
        private final Ignores ignores;

        /// @param prefix what stands before the paths below the start
        Walk(Path start, String prefix, List<Entry> found, Ignores ignores) {
            this.start = start;
            this.prefix = prefix;
            this.found = found;
            this.ignores = ignores;
        }

        private String relative(Path path) {
            return prefix + slashed(start.relativize(path));
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String path = relative(folder);
            Path last = folder.getFileName();
            if (!ignores.isOutside()
                    && last != null
                    && (NEVER.contains(last.toString()) || ignores.ignores(path, true))) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            ignores.enter(folder, path);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = relative(file);
            if (ignores.ignores(path, false)) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isSymbolicLink()) {
                whyLeftOut(file).ifPresent(reason -> skipped.add(new Skipped(path, reason)));
            } else if (attributes.isRegularFile()) {
                if (attributes.size() > LARGEST_FILE) {
                    skipped.add(new Skipped(path, "it has " + attributes.size() + " bytes"));
                } else {
                    found.add(new Entry(path, attributes.size(), stamp(attributes)));
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException trouble) {
            if (!ignores.ignores(relative(file), true)) {
                skipped.add(new Skipped(relative(file), "it can't be read: " + trouble.getMessage()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException trouble) {
            if (trouble != null) {
                skipped.add(new Skipped(relative(folder), "it can't be listed as a whole: " + trouble.getMessage()));
            }
            ignores.leave();
            return FileVisitResult.CONTINUE;
        }

        private Optional<String> whyLeftOut(Path link) {
            try {
                return link.toRealPath().startsWith(root)
                        ? Optional.empty()
                        : Optional.of("it is a symbolic link out of the checkout");
            } catch (IOException e) {
                return Optional.of("it is a symbolic link that leads nowhere");
            }
        }
    }
}
