package dev.backbeat.model;

import java.util.List;

/// What is shown for one question: its exhibits, and what lies behind them for outputs that can lead there.
///
/// @param id stable, such as `profile`; names files
/// @param question what it answers
/// @param exhibits from above
/// @param details what lies behind the references of the exhibits, and of details
public record Answer(String id, String question, List<Exhibit> exhibits, List<Detail> details) {

    /// Copies.
    public Answer {
        exhibits = List.copyOf(exhibits);
        details = List.copyOf(details);
    }

    /// An answer without anything behind it.
    public static Answer of(String id, String question, List<Exhibit> exhibits) {
        return new Answer(id, question, exhibits, List.of());
    }

    /// What lies behind a reference.
    public record Detail(Reference reference, String title, List<Exhibit> exhibits) {

        /// Copies.
        public Detail {
            exhibits = List.copyOf(exhibits);
        }
    }
}
