/** Finds cases again: by number, by name, by who takes part; and how many others are alike. */
@org.springframework.modulith.NamedInterface("search")
package io.onewindow.casefile.search;
