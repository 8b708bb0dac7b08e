package dev.backbeat.analysis;

import dev.backbeat.model.Exhibit;
import java.util.List;

/// Answers one question.
///
/// @param <S> its settings, each component documented by [Setting]
/// @param <R> its typed answer
public interface Analysis<S extends Record, R extends Record> {

    /// What it is: one definition for the command line, the reference and later surfaces.
    AnalysisSpec<S> spec();

    /// Answers. The same evidence, settings and detail give the same answer.
    R analyze(Evidence evidence, S settings, Resolution detail);

    /// Turns the answer into exhibits: no evidence, no clock, no input or output.
    List<Exhibit> present(R answer);
}
