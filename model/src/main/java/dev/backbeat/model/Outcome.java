package dev.backbeat.model;

/// How an execution, a movement run or a beat run ended, as the log reports it. A report can be wrong: a
/// completed execution may hold failed handler runs, which the views show as a contradiction.
public enum Outcome {
    /// Reported as completed.
    COMPLETED,
    /// Reported as failed.
    FAILED,
    /// Reported as cancelled.
    CANCELLED,
    /// Began and was never reported as ended.
    INCOMPLETE,
    /// Was put into the queue and never began to execute.
    NEVER_STARTED
}
