/// What layouts share: reading an ISO time from bytes and measuring how many lines of a sample fit. Each
/// layout has a folder of its own; none knows another.
@NullMarked
package dev.backbeat.ingest.layout;

import org.jspecify.annotations.NullMarked;
