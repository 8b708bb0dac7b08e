/// The layout `conductor-recorder`: `[ISO time] LEVEL message`, one line a console call, as a recorder that
/// wraps the console writes it. Lines of another shape continue the message above.
@NullMarked
package dev.backbeat.ingest.layout.conductorrecorder;

import org.jspecify.annotations.NullMarked;
