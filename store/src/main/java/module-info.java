/// The contract of the store and its documented views. Engines implement it elsewhere.
module dev.backbeat.store {
    requires static org.jspecify;
    requires transitive dev.backbeat.model;

    exports dev.backbeat.store;
}
