package dev.backbeat.analysis.conformance;

/// One way in which an execution differs from a document.
///
/// @param kind how
/// @param documented the position of the beat in the document, -1 where the document does not have it
/// @param observed the position among the observed beats, -1 where it was not observed
record Deviation(Kind kind, int documented, int observed) {

    /// How an execution differs.
    enum Kind {
        /// The document has a beat that did not run.
        MISSING,
        /// A beat ran that the document does not have.
        EXTRA,
        /// A beat ran more often than the document has it.
        REPEATED,
        /// A beat ran at another place than the document has it.
        OUT_OF_ORDER
    }
}
