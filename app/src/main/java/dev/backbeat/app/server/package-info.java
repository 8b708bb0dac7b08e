/// `backbeat serve`: one process that holds the store, answers over HTTP what the command line answers, takes lines
/// and tells of changes.
///
/// Starting point: [BackbeatServer] puts it together, [Site] leads every request through [Gate] to an [Endpoint];
/// [Api] lists the endpoints, from which the OpenAPI document is made. Beware: whatever a request says is hostile
/// until `Gate` has seen it, and no text of a log is ever put into a page.
@NullMarked
package dev.backbeat.app.server;

import org.jspecify.annotations.NullMarked;
