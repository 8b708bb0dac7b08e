package dev.backbeat.app.engine;

import dev.backbeat.store.Store;
import java.nio.file.Path;

/// Opens stores.
public interface StoreEngine {

    /// Opens the store in a folder.
    ///
    /// @param writing whether it is opened to write, too, and created where there is none
    Store open(Path folder, boolean writing);
}
