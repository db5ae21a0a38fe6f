/** Personal numbers and addresses: unreadable in the database, and who read them in full. */
@org.springframework.modulith.NamedInterface("confidential")
package io.onewindow.casefile.confidential;
