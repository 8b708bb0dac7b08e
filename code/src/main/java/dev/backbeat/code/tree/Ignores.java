package dev.backbeat.code.tree;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.jgit.ignore.IgnoreNode;

/// What the `.gitignore` files from the top of the repository down to the current folder say.
final class Ignores {

    private static final String FILE = ".gitignore";
    private static final String EXCLUDE = ".git/info/exclude";
    private static final String REPOSITORY = ".git";

    private final boolean obeyed;
    private final List<Above> above;
    private final Deque<Level> levels = new ArrayDeque<>();

    /// Rules of a folder below the root.
    private record Level(String folder, IgnoreNode rules) {}

    /// Rules of a folder above the root.
    ///
    /// @param toRoot what leads from it to the root, with a `/` at its end; empty for the root itself
    private record Above(Path folder, String toRoot, IgnoreNode rules) {}

    private Ignores(boolean obeyed, List<Above> above) {
        this.obeyed = obeyed;
        this.above = above;
    }

    /// Nothing is ignored.
    static Ignores none() {
        return new Ignores(false, List.of());
    }

    /// What is ignored below a folder. Where it lies in a repository the rules above it count too, unless
    /// they ignore the folder itself: who asks for it wants to see what is in it.
    static Ignores below(Path root) {
        List<Above> above = new ArrayList<>();
        for (Path folder = root; folder != null; folder = folder.getParent()) {
            if (!folder.equals(root)) {
                above.add(above(folder, root, FILE));
            }
            if (Files.exists(folder.resolve(REPOSITORY))) {
                above.add(above(folder, root, EXCLUDE));
                return new Ignores(true, leadsToIgnored(above, folder, root) ? List.of() : above);
            }
        }
        return new Ignores(true, List.of());
    }

    private static boolean leadsToIgnored(List<Above> above, Path top, Path root) {
        for (Path folder = root; folder != null && !folder.equals(top); folder = folder.getParent()) {
            for (Above rules : above) {
                if (!folder.equals(rules.folder) && folder.startsWith(rules.folder)) {
                    Boolean ignored = rules.rules.checkIgnored(slashed(rules.folder.relativize(folder)), true);
                    if (ignored != null) {
                        if (ignored) {
                            return true;
                        }
                        break;
                    }
                }
            }
        }
        return false;
    }

    private static Above above(Path folder, Path root, String file) {
        String toRoot = slashed(folder.relativize(root));
        return new Above(folder, toRoot.isEmpty() ? "" : toRoot + "/", rules(folder.resolve(file)));
    }

    private static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private static IgnoreNode rules(Path file) {
        IgnoreNode rules = new IgnoreNode();
        if (Files.isRegularFile(file)) {
            try (InputStream content = Files.newInputStream(file)) {
                rules.parse(content);
            } catch (IOException e) {
                // Rules that can't be read ignore nothing, so nothing is missing without a word.
                return new IgnoreNode();
            }
        }
        return rules;
    }

    /// Whether no folder is entered yet.
    boolean isOutside() {
        return levels.isEmpty();
    }

    void enter(Path folder, String path) {
        levels.push(new Level(path, obeyed ? rules(folder.resolve(FILE)) : new IgnoreNode()));
    }

    void leave() {
        levels.pop();
    }

    /// Whether the nearest rule that knows the path ignores it.
    boolean ignores(String path, boolean isFolder) {
        for (Level level : levels) {
            if (level.rules.getRules().isEmpty()) {
                continue;
            }
            String within = level.folder.isEmpty() ? path : path.substring(level.folder.length() + 1);
            Boolean ignored = level.rules.checkIgnored(within, isFolder);
            if (ignored != null) {
                return ignored;
            }
        }
        for (Above rules : above) {
            Boolean ignored = rules.rules.checkIgnored(rules.toRoot + path, isFolder);
            if (ignored != null) {
                return ignored;
            }
        }
        return false;
    }
}
