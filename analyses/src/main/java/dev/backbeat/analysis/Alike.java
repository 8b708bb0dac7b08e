package dev.backbeat.analysis;

import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.ExecutionSet;
import dev.backbeat.model.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Executions, told by one of each kind: what did the same stands for each other.
///
/// @param examples one of each kind; up to one more than can be told
public record Alike(List<Long> examples) {

    /// No kind is known.
    public static final Alike NONE = new Alike(List.of());

    /// So many kinds can be asked for in one address.
    private static final int MOST = 50;

    /// Copies.
    public Alike {
        // In which order they are found is chance.
        examples = examples.stream().sorted().toList();
    }

    /// Of one kind.
    public static Alike of(long example) {
        return new Alike(List.of(example));
    }

    /// @param examples numbers of executions, apart by commas
    public static Alike of(String examples) {
        return new Alike(Arrays.stream(examples.split(","))
                .filter(one -> !one.isEmpty())
                .limit(MOST + 1)
                .map(Long::valueOf)
                .toList());
    }

    /// Of the kinds of both.
    public Alike with(Alike other) {
        return new Alike(Stream.concat(examples.stream(), other.examples.stream())
                .distinct()
                .limit(MOST + 1)
                .toList());
    }

    /// Leads to all of them; to nothing where none is known, or too many.
    public List<Reference> leads() {
        return examples.isEmpty() || examples.size() > MOST
                ? List.of()
                : List.of(new Reference.ToExecutions(ExecutionSet.ofThoseLike(
                        examples.stream().map(ExecutionId::new).toList())));
    }
}
