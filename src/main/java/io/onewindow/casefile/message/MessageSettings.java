package io.onewindow.casefile.message;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How applicants are written to.
 *
 * @param from sender of e-mails; the part after the at sign also names the house in Message-IDs
 * @param publicUrl where applicants reach this application, for links in messages
 */
@ConfigurationProperties("onewindow.message")
record MessageSettings(String from, URI publicUrl) {

  String house() {
    return from.substring(from.indexOf('@') + 1);
  }
}
