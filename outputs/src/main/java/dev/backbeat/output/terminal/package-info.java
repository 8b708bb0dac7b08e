/// The output `terminal`: text for people, as wide as their screen.
///
/// Starting point: [TerminalOutput]. Whatever came from a log passes [dev.backbeat.output.Visible] first,
/// so that no log can steer the terminal.
@NullMarked
package dev.backbeat.output.terminal;

import org.jspecify.annotations.NullMarked;
