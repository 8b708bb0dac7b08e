package dev.backbeat.app.engine;

import dev.backbeat.analysis.Analysis;
import dev.backbeat.analysis.FlowLearner;
import dev.backbeat.app.ingest.Formats;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.output.Output;
import java.util.List;
import java.util.stream.Collectors;

/// The implementations that Backbeat is put together from.
///
/// @param formats what can be read
/// @param storeEngine what keeps it
/// @param analyses what can be answered
/// @param outputs how answers are shown
/// @param code what reads code
/// @param learner what writes down flows that nobody has documented
public record Parts(
        Formats formats,
        StoreEngine storeEngine,
        List<Analysis<?, ?>> analyses,
        List<Output> outputs,
        CodeReaders code,
        FlowLearner learner) {

    /// Copies.
    public Parts {
        analyses = List.copyOf(analyses);
        outputs = List.copyOf(outputs);
    }

    /// The output with a name.
    ///
    /// @throws BackbeatException `USAGE` when there is none
    public Output output(String id) {
        return outputs.stream()
                .filter(output -> output.id().equals(id))
                .findFirst()
                .orElseThrow(() -> BackbeatException.withHint(
                        ErrorCode.USAGE,
                        "there is no output `%s`".formatted(id),
                        "the outputs are "
                                + outputs.stream()
                                        .map(output -> "`" + output.id() + "`")
                                        .collect(Collectors.joining(", "))));
    }

    /// The analysis with a name.
    ///
    /// @throws BackbeatException `USAGE` when there is none
    public Analysis<?, ?> analysis(String id) {
        return analyses.stream()
                .filter(analysis -> analysis.spec().id().equals(id))
                .findFirst()
                .orElseThrow(() -> BackbeatException.of(ErrorCode.USAGE, "there is no analysis `%s`".formatted(id)));
    }
}
