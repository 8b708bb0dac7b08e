package dev.backbeat.ingest.decoding;

import dev.backbeat.ingest.source.Source;

/// Turns an input whose records are no lines into lines. Stateless and thread safe.
public interface Decoding {

    /// Leaves an input as it is.
    Decoding NONE = new Decoding() {
        @Override
        public boolean fits(byte[] sample) {
            return false;
        }

        @Override
        public Source decoded(Source source) {
            return source;
        }
    };

    /// Whether an input has to be decoded.
    ///
    /// @param sample its first bytes, cut anywhere
    boolean fits(byte[] sample);

    /// The input as lines. It is read to its end before the first line is handed out, so that of an
    /// input that can't be decoded nothing is ever read.
    ///
    /// @param source the input, which is opened more than once
    Source decoded(Source source);
}
