/** How long what names persons is kept after a case has ended, and what is held beyond it. */
@org.springframework.modulith.NamedInterface("retention")
package io.onewindow.casefile.retention;
