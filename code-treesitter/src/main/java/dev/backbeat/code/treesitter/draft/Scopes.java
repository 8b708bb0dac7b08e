package dev.backbeat.code.treesitter.draft;

import dev.backbeat.code.treesitter.draft.Scope.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is around the node that is being read.
public final class Scopes {

    /// Functions that lie deeper than this in named scopes are left out, so that what is nested for its own
    /// sake does not take more time and memory than its size.
    public static final int DEEPEST = 100;

    private static final String TITLES = " › ";
    private static final String NAMES = ".";

    private Scope current;

    /// In a file.
    ///
    /// @param name the package; empty for none
    public Scopes(String name, int nodes) {
        this.current = new Scope(null, Kind.FILE, name, nodes, name.isEmpty() ? 0 : 1, false, "", new HashSet<>());
    }

    /// Leaves what ends before a node.
    public void reach(int node) {
        while (node >= current.after() && current.around() != null) {
            current = current.around();
        }
    }

    /// Enters a scope that is no function.
    public void enter(Kind kind, String name, int after) {
        int depth = current.depth() + (kind == Kind.GROUP || name.isEmpty() ? 0 : 1);
        current =
                new Scope(current, kind, name, after, depth, current.inFunction(), current.function(), new HashSet<>());
    }

    /// Enters a function.
    ///
    /// @param name its part of qualified names; empty where nothing is named after it
    /// @param qualifiedName what it is called among the facts; `null` where it is not among them
    public void enterFunction(String name, @Nullable String qualifiedName, int after) {
        String function = qualifiedName == null ? current.function() : qualifiedName;
        int depth = current.depth() + (name.isEmpty() ? 0 : 1);
        current = new Scope(current, Kind.FUNCTION, name, after, depth, true, function, new HashSet<>());
    }

    /// The innermost scope.
    public Scope current() {
        return current;
    }

    /// Whether what is named here would lie too deep.
    public boolean isTooDeep() {
        return current.depth() >= DEEPEST;
    }

    /// The qualified name of something that stands here.
    public String qualified(String name) {
        return joined(name, NAMES, false);
    }

    /// The title of a test case or a group that stands here.
    public String title(String title) {
        return joined(title, TITLES, true);
    }

    private String joined(String last, String separator, boolean groups) {
        Deque<String> parts = new ArrayDeque<>();
        parts.addFirst(last);
        int left = DEEPEST;
        for (Scope scope = current; scope != null && left > 0; scope = scope.around()) {
            if (groups ? scope.kind() == Kind.GROUP : scope.isNamed()) {
                parts.addFirst(scope.name());
                left--;
            }
        }
        return String.join(separator, parts);
    }

    /// The name of the innermost named scope, such as the class of a method; `null` at the top level.
    public @Nullable String owner() {
        for (Scope scope = current; scope != null; scope = scope.around()) {
            if (scope.isNamed() && scope.kind() != Kind.FILE) {
                return scope.name().substring(scope.name().lastIndexOf('.') + 1);
            }
        }
        return null;
    }

    /// The names of all scopes of a kind around, outer ones first.
    public List<String> names(Kind kind) {
        List<String> names = new ArrayList<>();
        for (Scope scope = current; scope != null; scope = scope.around()) {
            if (scope.kind() == kind) {
                names.addFirst(scope.name());
            }
        }
        return names;
    }

    /// Keeps a name in the innermost scope.
    public void keep(String name) {
        current.names().add(name);
    }

    /// Whether a scope around keeps a name.
    public boolean isKept(String name) {
        int left = DEEPEST;
        for (Scope scope = current; scope != null && left > 0; scope = scope.around(), left--) {
            if (scope.names().contains(name)) {
                return true;
            }
        }
        return false;
    }
}
