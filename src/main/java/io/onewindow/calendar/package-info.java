/** How the law's periods are counted: working days, office hours, and the instant a limit ends. */
package io.onewindow.calendar;
