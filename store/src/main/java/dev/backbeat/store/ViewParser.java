package dev.backbeat.store;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what a view's comments say. The comment at the head describes the view; a comment of the form
/// `-- name TYPE [unit]: description` above an item of the query describes that column, and lines that are
/// indented further continue it.
final class ViewParser {

    private static final String COMMENT = "--";
    private static final Pattern COLUMN =
            Pattern.compile("-- ([a-z][a-z0-9_]*) (BIGINT|INTEGER|BOOLEAN|VARCHAR|TIMESTAMP)(?: \\[(.+?)])?: (.+)");
    private static final Pattern CONTINUATION = Pattern.compile("--\\s{3,}(\\S.*)");

    private ViewParser() {}

    /// The view that `sql` defines.
    static View parse(String name, String sql) {
        List<String> lines = sql.strip().lines().map(String::strip).toList();
        int head = 0;
        List<String> description = new ArrayList<>();
        while (head < lines.size() && lines.get(head).startsWith(COMMENT)) {
            description.add(lines.get(head).substring(COMMENT.length()).strip());
            head++;
        }
        List<ViewColumn> columns = columns(name, lines.subList(head, lines.size()));
        if (description.isEmpty() || columns.isEmpty()) {
            throw BackbeatException.of(ErrorCode.INTERNAL, "the view `" + name + "` is not documented");
        }
        return new View(name, String.join(" ", description), List.copyOf(columns), sql.strip());
    }

    private static List<ViewColumn> columns(String name, List<String> lines) {
        List<ViewColumn> columns = new ArrayList<>();
        for (String line : lines) {
            Matcher column = COLUMN.matcher(line);
            Matcher continuation = CONTINUATION.matcher(line);
            if (column.matches()) {
                String unit = column.group(3) == null ? "" : column.group(3);
                columns.add(new ViewColumn(column.group(1), column.group(2), unit, column.group(4)));
            } else if (continuation.matches() && !columns.isEmpty()) {
                ViewColumn last = columns.removeLast();
                String text = last.description() + " " + continuation.group(1);
                columns.add(new ViewColumn(last.name(), last.type(), last.unit(), text));
            } else if (line.startsWith(COMMENT)) {
                throw BackbeatException.of(
                        ErrorCode.INTERNAL, "the view `" + name + "` has a comment that says nothing: `" + line + "`");
            }
        }
        return columns;
    }
}
