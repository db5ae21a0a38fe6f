package io.onewindow.audit;

/**
 * One link of the chain.
 *
 * @param seq from 1, without gaps
 * @param hash keyed hash over the link before and the row, hexadecimal
 */
record Seal(long seq, Source source, long entryNo, String rowId, String hash) {}
