/// What tests reach, as the reports of coverage tools say it: one model for all of them.
@NullMarked
package dev.backbeat.code.coverage;

import org.jspecify.annotations.NullMarked;
