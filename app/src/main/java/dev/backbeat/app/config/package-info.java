/// Settings: a flag over the environment over `backbeat.yaml`.
///
/// Starting points: [Settings] for what there is, [SettingsFile] for the file.
@NullMarked
package dev.backbeat.app.config;

import org.jspecify.annotations.NullMarked;
