/// Petri nets from PNML files (ISO/IEC 15909-2), as ProM, PM4Py and others write place/transition nets.
@NullMarked
package dev.backbeat.measure.petri;

import org.jspecify.annotations.NullMarked;
