package dev.backbeat.output.lcov;

import dev.backbeat.model.Answer;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.Exhibit.Coverage;
import dev.backbeat.output.Figures;
import dev.backbeat.output.Output;
import dev.backbeat.output.Screen;
import dev.backbeat.output.Visible;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The output `lcov`.
///
/// Source: the section on tracefiles of geninfo(1), LCOV 1.16.
public final class LcovOutput implements Output {

    @Override
    public String id() {
        return "lcov";
    }

    @Override
    public String description() {
        return "how often functions ran, for coverage viewers, of `backbeat map --runs`";
    }

    @Override
    public String partEnding() {
        return "info";
    }

    @Override
    public Optional<String> mediaType() {
        return Optional.of("text/plain; charset=utf-8");
    }

    @Override
    public void write(Answer answer, Screen screen, Appendable target) throws IOException {
        List<Coverage> coverages = answer.exhibits().stream()
                .filter(Coverage.class::isInstance)
                .map(Coverage.class::cast)
                .toList();
        if (coverages.stream().allMatch(coverage -> coverage.files().isEmpty())) {
            throw BackbeatException.withHint(
                    ErrorCode.USAGE,
                    coverages.isEmpty()
                            ? "`%s` does not hold how often functions ran".formatted(answer.id())
                            : coverages.getFirst().whenEmpty(),
                    "`backbeat map --code <checkout> --runs --output lcov` does");
        }
        for (Coverage coverage : coverages) {
            for (Coverage.Source file : coverage.files()) {
                write(answer.id(), file, target);
            }
        }
    }

    private static void write(String test, Coverage.Source file, Appendable target) throws IOException {
        target.append("TN:").append(test.replaceAll("\\W", "_")).append('\n');
        target.append("SF:").append(Visible.of(file.path())).append('\n');
        Set<String> names = new HashSet<>();
        Map<Integer, Long> lines = new TreeMap<>();
        StringBuilder counts = new StringBuilder();
        for (Coverage.Function function : file.functions()) {
            String name = name(function, names);
            target.append("FN:%d,%d,%s%n"
                    .formatted(function.line(), function.endLine(), name)
                    .replace("\r\n", "\n"));
            counts.append("FNDA:")
                    .append(function.runs())
                    .append(',')
                    .append(name)
                    .append('\n');
            lines.merge(function.line(), function.runs(), Long::sum);
        }
        long hit = file.functions().stream()
                .filter(function -> function.runs() > 0)
                .count();
        target.append(counts);
        target.append("FNF:").append(Integer.toString(file.functions().size())).append('\n');
        target.append("FNH:").append(Long.toString(hit)).append('\n');
        for (Map.Entry<Integer, Long> line : lines.entrySet()) {
            target.append("DA:").append(line.getKey() + "," + line.getValue()).append('\n');
        }
        long linesHit = lines.values().stream().filter(runs -> runs > 0).count();
        target.append("LF:").append(Integer.toString(lines.size())).append('\n');
        target.append("LH:").append(Long.toString(linesHit)).append("\nend_of_record\n");
    }

    /// A name stands once in a file: what is called the same gets its line.
    private static String name(Coverage.Function function, Set<String> names) {
        String name = Figures.of(function.name().value());
        return names.add(name) ? name : name + ":" + function.line();
    }
}
