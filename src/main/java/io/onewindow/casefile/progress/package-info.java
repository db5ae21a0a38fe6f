/** What the applicant sees and does without signing in, with the query code from the receipt. */
package io.onewindow.casefile.progress;
