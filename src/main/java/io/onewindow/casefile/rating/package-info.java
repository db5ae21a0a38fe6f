/** 好差评: what applicants think of the service, and what becomes of a bad rating. */
@org.springframework.modulith.NamedInterface("rating")
package io.onewindow.casefile.rating;
