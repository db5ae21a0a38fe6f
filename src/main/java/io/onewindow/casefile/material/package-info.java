/** The materials of a case: what the service's list asks for, how each was shown, and the files. */
@org.springframework.modulith.NamedInterface("material")
package io.onewindow.casefile.material;
