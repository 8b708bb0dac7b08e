/// The command line, and the one place that knows every implementation.
///
/// Starting points: `Main` runs a command line, `Catalog` lists the implementations, `engine` answers,
/// `cli` has one class for each verb. Nothing else may depend on this package.
@NullMarked
package dev.backbeat.app;

import org.jspecify.annotations.NullMarked;
