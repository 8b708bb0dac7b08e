package dev.backbeat.analysis;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Documents one component of a settings record.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

    /// What it does, in one sentence.
    String description();

    /// What it is when nobody says.
    String byDefault();

    /// Another value that makes sense.
    String example();
}
