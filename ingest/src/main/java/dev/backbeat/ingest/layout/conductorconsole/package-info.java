/// The layout `conductor-console`: what a browser's console exports with *Save as…*.
///
/// Every message begins with the file and line of the call (which names the logging shim, not the origin)
/// or with a blank where the console never rendered it; then perhaps the time that the conductor printed.
/// Stack rows, printed objects and the rest of a message stand on lines of their own.
@NullMarked
package dev.backbeat.ingest.layout.conductorconsole;

import org.jspecify.annotations.NullMarked;
