/// The contract of the store and its documented views, which are the store's one public face.
///
/// Facts come in through an [InputWriter], one per input, and are append-only; a repair replaces a session
/// as a whole. Questions go out through [Store#rows] in portable SQL over the views that [Views] documents
/// column by column. Starting points: [Store], [InputWriter], [Views].
@NullMarked
package dev.backbeat.store;

import org.jspecify.annotations.NullMarked;
