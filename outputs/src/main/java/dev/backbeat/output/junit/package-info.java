/// The output `junit`: the rules that were checked as test cases of a JUnit XML report, which every CI reads.
///
/// Starting point: [JunitOutput]. A rule that found errors or warnings is a failed case, one that had nothing
/// to check is skipped, and what is only worth knowing is output of a case that passes.
@NullMarked
package dev.backbeat.output.junit;

import org.jspecify.annotations.NullMarked;
