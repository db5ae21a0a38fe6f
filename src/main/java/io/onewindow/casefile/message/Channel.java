package io.onewindow.casefile.message;

/** How somebody is written to. */
enum Channel {
  EMAIL,
  SMS
}
