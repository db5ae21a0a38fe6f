/** Sheets of Chinese text as PDF: fonts, lines, pages and the code to scan; knows of no case. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package io.onewindow.print;
