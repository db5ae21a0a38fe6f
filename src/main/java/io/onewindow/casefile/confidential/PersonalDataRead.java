package io.onewindow.casefile.confidential;

import io.onewindow.casefile.CaseRecord;
import java.time.Instant;

/**
 * Somebody read a personal number of a case in full. Published in the transaction that reads it: a
 * record that cannot be written keeps the number hidden.
 *
 * @param item what was read, in Chinese; never its value
 * @param reason what for, as the reader gave it
 * @param at instant, to be shown in Asia/Shanghai
 */
public record PersonalDataRead(
    CaseRecord file, String by, String item, String reason, Instant at) {}
