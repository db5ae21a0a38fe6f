package io.onewindow.casefile.message;

/**
 * Where the applicant of a case can be written to.
 *
 * @param email null if none was given
 * @param phone null if none was given
 */
record Contacts(String email, String phone) {

  static final Contacts NONE = new Contacts(null, null);
}
