/// Petri nets from PNML files (ISO/IEC 15909-2), as ProM, PM4Py and others write place/transition nets. A
/// file is read as a whole or refused with the line of what is wrong.
///
/// Starting point: [PnmlReader].
@NullMarked
package dev.backbeat.measure.petri;

import org.jspecify.annotations.NullMarked;
