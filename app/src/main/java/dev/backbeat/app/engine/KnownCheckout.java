package dev.backbeat.app.engine;

import dev.backbeat.code.history.CodeHistory;
import dev.backbeat.inspect.SourceExcerpt;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.Exhibit;
import dev.backbeat.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A checkout that builds were tied to, and where its files can be opened.
///
/// @param checkout what it is called
/// @param root its folder
/// @param commit the commit whose files were read, else the one that is checked out; empty without history
/// @param pages where the host of its repository shows a file, with places in braces; empty where that is not known
/// @param there whether the folder is still there
public record KnownCheckout(String checkout, String root, String commit, String pages, boolean there) {

    private static final String SQL =
            "SELECT DISTINCT checkout, root, COALESCE(tree_commit, '') AS tree_commit FROM checkouts ORDER BY 1, 2, 3";

    private static final Set<String> SOURCES =
            Set.of("ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs", "java", "json");

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");

    static List<KnownCheckout> of(Store store) {
        return store.rows(
                SQL,
                row -> of(
                        row.textAt("checkout").orElse("?"),
                        Path.of(row.textAt("root").orElse("")),
                        row.textAt("tree_commit").orElse("")));
    }

    private static KnownCheckout of(String name, Path root, String commit) {
        if (!Files.isDirectory(root)) {
            return new KnownCheckout(name, root.toString(), commit, "", false);
        }
        Optional<CodeHistory> history = CodeHistory.of(root);
        if (history.isEmpty()) {
            return new KnownCheckout(name, root.toString(), commit, "", true);
        }
        try (CodeHistory known = history.get()) {
            String shown = commit.isEmpty() ? known.head().orElse("") : commit;
            return new KnownCheckout(name, root.toString(), shown, known.pages().orElse(""), true);
        }
    }

    /// Lines of code, of files that can be sources only: what else lies in a checkout, its hidden files above all, is
    /// nobody's business.
    static List<Exhibit> source(Store store, CodePlace place, int around) {
        List<Exhibit> found = new ArrayList<>();
        if (isSource(place)) {
            SourceExcerpt.of(store, place, around).ifPresent(found::add);
        }
        if (found.isEmpty()) {
            throw BackbeatException.withHint(
                    ErrorCode.NOT_FOUND,
                    "there is no such source in a checkout that is known",
                    "`backbeat map --code <dir>` names checkouts; the folder may have moved since");
        }
        return found;
    }

    private static boolean isSource(CodePlace place) {
        String path = place.path().replace('\\', '/');
        boolean hidden = path.startsWith("/") || path.startsWith(".") || path.contains("/.") || path.contains(":");
        boolean commit =
                place.commit() == null || COMMIT.matcher(place.commit()).matches();
        String ending = path.substring(path.lastIndexOf('.') + 1);
        return !hidden && commit && !path.isEmpty() && path.indexOf('\0') < 0 && SOURCES.contains(ending);
    }
}
