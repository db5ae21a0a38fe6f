/** What happened, in figures: counted from the raw history as it grows, and again on demand. */
package io.onewindow.supervision.fact;
