package io.onewindow.engine;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Keeps passwords as bcrypt. What is hashed is a digest of the password with its salt, because
 * bcrypt reads no more than 72 bytes. What has been found right is not worked out again for a
 * while: programs send their password with each request. It is remembered under a key of this
 * process, and only until the stored hash changes.
 */
class PasswordHash implements PasswordEncryptor {

  static final String NAME = "BCRYPT";

  private static final String PREFIX = "{" + NAME + "}";
  private static final String MAC = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int MOST_REMEMBERED = 2_000;

  private final int strength;
  private final BCryptPasswordEncoder bcrypt;
  private final SecretKeySpec processKey;
  private final Map<String, Boolean> right =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > MOST_REMEMBERED;
            }
          });

  /**
   * @param strength binary logarithm of the rounds, 4 to 31
   */
  PasswordHash(int strength) {
    this.strength = strength;
    bcrypt = new BCryptPasswordEncoder(strength);
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    processKey = new SecretKeySpec(key, MAC);
  }

  @Override
  public String hashAlgorithmName() {
    return NAME;
  }

  @Override
  public String encrypt(String salted) {
    return bcrypt.encode(digest(salted));
  }

  @Override
  public boolean check(String salted, String hash) {
    boolean matches = bcrypt.matches(digest(salted), hash);
    if (matches) {
      right.put(mac(salted + '\0' + hash), true);
    }
    return matches;
  }

  /**
   * Whether that password has been found right for that hash already.
   *
   * @param stored the hash with the name of its algorithm in front
   */
  boolean knows(String salted, String stored) {
    return stored.startsWith(PREFIX)
        && right.containsKey(mac(salted + '\0' + stored.substring(PREFIX.length())));
  }

  /** Whether a stored password is as this would store it now. */
  boolean isCurrent(String stored) {
    return stored.startsWith(PREFIX + "$2a$%02d$".formatted(strength));
  }

  private static String digest(String salted) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(salted.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String mac(String text) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(processKey);
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
