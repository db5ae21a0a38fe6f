/** What happened to cases, read in bulk, page by page: never more than one page in memory. */
package io.onewindow.supervision.history;
