/// Lookups that are no analyses: they show what the store holds and judge nothing.
///
/// Each class asks the views and answers with exhibits. Starting points: [StoreContent] for the whole,
/// [ExecutionStory] for one execution, [RawWindow] for what a log really said.
@NullMarked
package dev.backbeat.inspect;

import org.jspecify.annotations.NullMarked;
