package io.onewindow.desk.action;

/**
 * An earlier step to which work may go back.
 *
 * @param element id of the model element
 * @param name its Chinese name
 * @param where name of the process or subprocess it stands in
 * @param processInstanceId instance in which it starts
 * @param scopeInstanceId activity instance of the scope in which it starts
 * @param leftInstanceId activity instance that is left for it
 */
record ReturnStep(
    String element,
    String name,
    String where,
    String processInstanceId,
    String scopeInstanceId,
    String leftInstanceId) {}
