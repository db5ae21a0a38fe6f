/**
 * Faults on purpose, under load: clerks who note down whatever they are answered, a check that
 * compares their ledger with the database afterwards, and a database server and a network that can
 * be broken in every way. See bench/faults.md.
 */
package io.onewindow.faults;
