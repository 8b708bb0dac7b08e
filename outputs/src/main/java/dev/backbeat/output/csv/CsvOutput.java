package dev.backbeat.output.csv;

import dev.backbeat.model.Answer;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.Exhibit;
import dev.backbeat.output.Output;
import dev.backbeat.output.Screen;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The output `csv`.
///
/// Source: RFC 4180; for formulas, OWASP on CSV injection.
public final class CsvOutput implements Output {

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public String description() {
        return "one table for spreadsheets and scripts (`--table` says which; a folder takes all)";
    }

    @Override
    public List<Answer> parts(Answer answer) {
        List<Exhibit> tables = answer.exhibits().stream().filter(Grid::isTable).toList();
        List<Answer> parts = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            String name =
                    "%s-%02d%s".formatted(answer.id(), i + 1, slug(tables.get(i).title()));
            parts.add(Answer.of(name, answer.question(), List.of(tables.get(i))));
        }
        return parts;
    }

    @Override
    public void write(Answer answer, Screen screen, Appendable target) throws IOException {
        List<Exhibit> tables = answer.exhibits().stream().filter(Grid::isTable).toList();
        if (tables.size() != 1) {
            String names = tables.stream()
                    .map(table -> (tables.indexOf(table) + 1) + " " + table.title())
                    .collect(Collectors.joining("; "));
            throw BackbeatException.withHint(
                    ErrorCode.USAGE,
                    tables.isEmpty()
                            ? "`%s` holds no table".formatted(answer.id())
                            : "`%s` holds %d tables, and a file of CSV holds one".formatted(answer.id(), tables.size()),
                    tables.isEmpty()
                            ? "`--output json` shows what it holds"
                            : "choose one with `--table <n>`, or name a folder with `--to <folder>/`: " + names);
        }
        Grid grid = Grid.of(tables.getFirst());
        line(grid.head(), target);
        for (List<String> row : grid.rows()) {
            line(row, target);
        }
    }

    private static void line(List<String> fields, Appendable target) throws IOException {
        for (int i = 0; i < fields.size(); i++) {
            String field = fields.get(i);
            boolean quoted = field.isEmpty() && fields.size() == 1
                    || field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                    || !field.equals(field.strip());
            target.append(i == 0 ? "" : ",");
            target.append(quoted ? "\"" + field.replace("\"", "\"\"") + "\"" : field);
        }
        target.append("\r\n");
    }

    private static String slug(String title) {
        String words =
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return words.isEmpty() ? "" : "-" + (words.length() > 40 ? words.substring(0, 40) : words);
    }
}
