/// Asks a running server that holds the store, instead of the store: an [Engine] whose answers come over HTTP.
///
/// Starting point: [RemoteEngine]. What is sent are records of ours, written by [Wire]; both ends have to be of the
/// same version, which [Serving] checks. This is no interface for programs: those have the HTTP API.
@NullMarked
package dev.backbeat.app.remote;

import org.jspecify.annotations.NullMarked;
