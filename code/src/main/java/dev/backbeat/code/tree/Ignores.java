package dev.backbeat.code.tree;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.jgit.ignore.IgnoreNode;

/// What the `.gitignore` files from the root down to the current folder say.
final class Ignores {

    private final Deque<Level> levels = new ArrayDeque<>();
    private final boolean obeyed;

    private record Level(String folder, IgnoreNode rules) {}

    Ignores() {
        this(true);
    }

    private Ignores(boolean obeyed) {
        this.obeyed = obeyed;
    }

    /// Nothing is ignored.
    static Ignores none() {
        return new Ignores(false);
    }

    boolean isEmpty() {
        return levels.isEmpty();
    }

    void enter(Path folder, String path) {
        IgnoreNode rules = new IgnoreNode();
        Path file = folder.resolve(".gitignore");
        if (obeyed && Files.isRegularFile(file)) {
            try (InputStream content = Files.newInputStream(file)) {
                rules.parse(content);
            } catch (IOException e) {
                // Rules that can't be read ignore nothing, so nothing is missing without a word.
                rules = new IgnoreNode();
            }
        }
        levels.push(new Level(path, rules));
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
        return false;
    }
}
