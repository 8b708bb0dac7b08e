package dev.backbeat.app.engine;

import dev.backbeat.store.Store;
import java.nio.file.Path;

/// Opens stores.
public interface StoreEngine {

    /// Opens the store in a folder.
    ///
    /// @param writing whether it is opened to write, too, and created where there is none
    Store open(Path folder, boolean writing);

    /// Opens the store in a folder to ask it, also where an earlier version wrote it: it then answers in the
    /// views that it has. For reading what can't be read again from journals.
    Store openEarlier(Path folder);
}
