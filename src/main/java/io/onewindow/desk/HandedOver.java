package io.onewindow.desk;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * What was approved was handed over to the office that supervises it from now on (审管推送). Published
 * in the transaction that does it.
 *
 * @param execution where the case stands, for reading only and only while the event is heard
 * @param number of the hand-over
 * @param regulator group that supervises from now on
 * @param suspicion what looked suspicious during the examination; null for nothing
 */
public record HandedOver(
    DelegateExecution execution,
    String number,
    String receiptNo,
    String regulator,
    String resultName,
    String resultNo,
    String suspicion) {}
