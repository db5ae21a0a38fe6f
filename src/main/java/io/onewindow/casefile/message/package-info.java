/** What applicants are told of their cases by e-mail or SMS, and the outbox that loses nothing. */
package io.onewindow.casefile.message;
