/// The output `json`: exhibits as one JSON document for programs.
///
/// Starting point: [JsonOutput]. Ids are hexadecimal texts, durations and times are nanoseconds, what the
/// log does not say is `null`; every value and reference says its `kind`. The schema is
/// `docs/reference/answer.schema.json`.
@NullMarked
package dev.backbeat.output.json;

import org.jspecify.annotations.NullMarked;
