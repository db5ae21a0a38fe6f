/** The papers of a case: issued as it goes its way, rendered as PDF, verifiable by anybody. */
package io.onewindow.casefile.paper;
