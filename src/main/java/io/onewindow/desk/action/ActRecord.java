package io.onewindow.desk.action;

import java.time.Instant;

/**
 * One row of the audit of officers' acts.
 *
 * @param receiptNo case, null for an act that concerns no single case
 * @param taskId task, null for an act on a whole case or on a person
 * @param actor user id; null when the system acted
 * @param onBehalfOf user id of the absent person whose deputy the actor is; null for none
 * @param fromWhom user id, or the step left, in Chinese; null for none
 * @param toWhom user ids, departments or the step entered, in Chinese; null for none
 * @param face where the act came from, as {@code CallOrigin} calls it
 * @param address network address of the caller, null for the system
 * @param at instant, to be shown in Asia/Shanghai
 */
public record ActRecord(
    String id,
    Act act,
    String receiptNo,
    String jurisdiction,
    String processInstanceId,
    String activityId,
    String taskId,
    String taskName,
    String actor,
    String onBehalfOf,
    String fromWhom,
    String toWhom,
    String reason,
    String face,
    String address,
    Instant at) {}
