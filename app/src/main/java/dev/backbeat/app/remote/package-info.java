/// Asks a running server that holds the store, instead of the store.
@NullMarked
package dev.backbeat.app.remote;

import org.jspecify.annotations.NullMarked;
