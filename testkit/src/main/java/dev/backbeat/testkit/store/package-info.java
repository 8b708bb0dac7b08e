/// What every engine of the store has to do, as tests that an engine inherits, and samples of facts.
///
/// An engine's test class extends [StoreContract] and says how a store is opened. [FactSamples] makes facts,
/// from plain to extreme; [FactReading] turns rows of the views back into facts, to compare what comes out
/// with what went in.
@NullMarked
package dev.backbeat.testkit.store;

import org.jspecify.annotations.NullMarked;
