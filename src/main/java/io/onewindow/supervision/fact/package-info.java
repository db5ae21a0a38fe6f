/** What happened, in figures: counted from the raw history as it grows, and again on demand. */
@org.springframework.modulith.NamedInterface("fact")
package io.onewindow.supervision.fact;
