package io.onewindow.desk.action;

import java.time.LocalDate;

/**
 * A deputy as the caller asks for one.
 *
 * @param absent user id; null for the caller
 * @param from first day, Asia/Shanghai
 * @param to last day, included
 */
public record DeputyOrder(
    String absent, String deputy, LocalDate from, LocalDate to, String reason) {}
