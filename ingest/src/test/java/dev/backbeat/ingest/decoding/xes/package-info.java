/// Tests of decoding XES.
@NullMarked
package dev.backbeat.ingest.decoding.xes;

import org.jspecify.annotations.NullMarked;
