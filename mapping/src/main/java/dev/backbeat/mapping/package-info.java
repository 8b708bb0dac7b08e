/// Ties handlers to symbols. Begin at [StoreMapper], which maps a whole store, or at [HandlerMapper], which
/// maps one handler by [Strategy] after strategy. A wrong line is worse than none: where two could be meant,
/// it abstains.
@NullMarked
package dev.backbeat.mapping;

import org.jspecify.annotations.NullMarked;
