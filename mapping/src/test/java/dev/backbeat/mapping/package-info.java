/// Tests of the mapping: strategies on small checkouts, and whole stores on repositories. Begin at [Shop],
/// which is such a checkout, and [ToyScript], in which its code is written.
@NullMarked
package dev.backbeat.mapping;

import org.jspecify.annotations.NullMarked;
