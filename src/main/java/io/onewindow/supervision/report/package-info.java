/** The monthly report 通报 on kept promises, as Excel and PDF: made by itself and on demand. */
package io.onewindow.supervision.report;
