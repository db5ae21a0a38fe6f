package io.onewindow.casefile.message;

/**
 * A message as it goes out.
 *
 * @param id the same at every try
 */
record OutgoingMessage(String id, String address, String subject, String body) {}
