/// The output `chrome-trace`: what ran when, as Perfetto and the tracing page of Chromium read it.
///
/// Starting point: [ChromeTraceOutput]. A session is a process, and so are the lanes that belong to none; lanes are
/// threads.
@NullMarked
package dev.backbeat.output.chrometrace;

import org.jspecify.annotations.NullMarked;
