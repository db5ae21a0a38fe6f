/** 好差评: what applicants think of the service, and what becomes of a bad rating. */
package io.onewindow.casefile.rating;
