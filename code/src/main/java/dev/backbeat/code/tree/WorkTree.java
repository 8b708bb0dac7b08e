package dev.backbeat.code.tree;

import dev.backbeat.code.SourceTree;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
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
/// repository; so are symbolic links that lead out of the folder, and packages below `node_modules` unless the caller
/// asks for one by [#packageFiles].
public final class WorkTree implements SourceTree {

    private static final Set<String> NEVER = Set.of(".git", "node_modules", ".backbeat");

    private final Path root;
    private final String name;
    private final List<Entry> files = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();

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
            Files.walkFileTree(tree.root, tree.new Walk(tree.files, new Ignores()));
            tree.files.sort(Comparator.comparing(Entry::path));
            tree.skipped.sort(Comparator.comparing(Skipped::path));
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
        return List.copyOf(skipped);
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

    /// The files of an installed package, sorted by path.
    public List<Entry> packageFiles(String installed) {
        List<Entry> found = new ArrayList<>();
        Path folder = root.resolve(installed);
        try {
            // A workspace is linked here: its files are in the tree already.
            if (!Files.isSymbolicLink(folder)) {
                Files.walkFileTree(folder, new Walk(found, Ignores.none()));
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
        } catch (IOException e) {
            throw BackbeatException.withHint(
                            ErrorCode.INPUT,
                            "`%s` can't be read: %s".formatted(root.resolve(file.path()), e.getMessage()),
                            "check that it is still there and may be read")
                    .causedBy(e);
        }
    }

    private String relative(Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }

    /// Walks without following links; a link to a file inside of the tree is another name of a file that is walked
    /// anyway.
    private final class Walk extends SimpleFileVisitor<Path> {

        private final List<Entry> found;
        private final Ignores ignores;

        Walk(List<Entry> found, Ignores ignores) {
            this.found = found;
            this.ignores = ignores;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String path = relative(folder);
            Path last = folder.getFileName();
            boolean start = ignores.isEmpty();
            if (!start && last != null && (NEVER.contains(last.toString()) || ignores.ignores(path, true))) {
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
                if (leadsOut(file)) {
                    skipped.add(new Skipped(path, "it is a symbolic link out of the checkout"));
                }
            } else if (attributes.isRegularFile()) {
                if (attributes.size() > LARGEST_FILE) {
                    skipped.add(new Skipped(path, "it has " + attributes.size() + " bytes"));
                } else {
                    found.add(new Entry(
                            path,
                            attributes.size(),
                            attributes.size() + "-" + attributes.lastModifiedTime().to(
                                    TimeUnit.NANOSECONDS)));
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException trouble) {
            skipped.add(new Skipped(relative(file), "it can't be read: " + trouble.getMessage()));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException trouble) {
            ignores.leave();
            return FileVisitResult.CONTINUE;
        }

        private boolean leadsOut(Path link) {
            try {
                return !link.toRealPath().startsWith(root);
            } catch (IOException e) {
                return true;
            }
        }
    }
}
