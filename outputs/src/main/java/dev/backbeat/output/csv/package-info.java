/// The output `csv`: tables for spreadsheets and scripts, as RFC 4180 says them.
///
/// Starting point: [CsvOutput]. Numbers are whole and without marks; what a column's numbers are stands
/// behind its name (`took nanos`). Text that a spreadsheet would take for a formula gets an apostrophe in
/// front.
@NullMarked
package dev.backbeat.output.csv;

import org.jspecify.annotations.NullMarked;
