package dev.backbeat.ingest;

import java.util.List;

/// What the messages of a system mean: turns the message of a record into events, or knows by a named rule
/// that it carries none. Written once for all layouts.
public interface Vocabulary {

    /// The result of [Reader#read] for a message that no rule knows.
    int UNKNOWN = -1;

    /// The vocabulary's name, such as `conductor`.
    String id();

    /// The rules, in the order of their indexes: each line of an input is counted under one of them.
    List<Rule> rules();

    /// A reader for one thread.
    Reader reader();

    /// A rule of the vocabulary.
    ///
    /// @param name stable, in lower case with hyphens, such as `beat-started`
    /// @param event whether it yields events; otherwise it is silent
    record Rule(String name, boolean event) {}

    /// Reads messages, one after the other, on one thread. Keeps nothing between two records that would
    /// change what a record means, so chunks can be read in any order.
    interface Reader {
        /// Reads one record and hands its events to the sink.
        ///
        /// @return the index of the rule that knew it, or [#UNKNOWN]
        int read(LogRecord record, EventSink sink);
    }
}
