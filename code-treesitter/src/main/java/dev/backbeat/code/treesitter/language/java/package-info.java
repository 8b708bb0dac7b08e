/// Java. Begin with [dev.backbeat.code.treesitter.language.java.JavaLanguage].
///
/// Functions are methods and constructors with a body, and lambdas that a field or a variable is given. A
/// constructor is called as its class, so that of `org.acme.Cart` is `org.acme.Cart.Cart`. A class without a
/// name adds nothing to the qualified names within it.
///
/// What subscribes are methods with an annotation of a listener, such as `@KafkaListener`, one call for each
/// topic; where a listener names none, the type of the first parameter is the topic. What publishes are calls
/// of `send`, `convertAndSend`, `publish`, `emit`, `fire` and `publishEvent`: the topic is the first argument
/// where it is a literal or a constant, or the class of an event made there. Without such a topic only
/// `convertAndSend` and `publishEvent` count, for the other names mean many things. Data handed from beat to
/// beat is not looked for.
@NullMarked
package dev.backbeat.code.treesitter.language.java;

import org.jspecify.annotations.NullMarked;
