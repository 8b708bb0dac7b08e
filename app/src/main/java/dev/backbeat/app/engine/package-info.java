/// What every verb goes through: the engine, in this process now, behind HTTP later.
///
/// Starting points: [Engine] for what can be asked, [LocalEngine] for how it is answered, [Parts] for the
/// implementations, which only the catalog names.
@NullMarked
package dev.backbeat.app.engine;

import org.jspecify.annotations.NullMarked;
