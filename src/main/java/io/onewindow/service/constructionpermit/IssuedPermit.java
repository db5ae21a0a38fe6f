package io.onewindow.service.constructionpermit;

/**
 * A permit this system has issued.
 *
 * @param projectCode of the project
 * @param part what of it, see {@link Works#part()}
 * @param number of the permit
 */
record IssuedPermit(String projectCode, String part, String number) {}
