package io.onewindow.casefile.paper;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Keeps files in the database so that only this system reads them: a receipt shows the query code,
 * and a copy of the database must not open anybody's case. AES-GCM; the number of the paper is
 * bound to its file, so that two files cannot be exchanged.
 */
@Component
class PaperSafe {

  private static final String PURPOSE = "onewindow paper safe";
  private static final String VERSION = "v1";
  private static final String TRANSFORMATION = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final PaperKeys keys;

  PaperSafe(PaperKeys keys) {
    this.keys = keys;
  }

  byte[] seal(String paperNo, byte[] file) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, keys.sign(PURPOSE, VERSION), nonce, paperNo).doFinal(file);
      return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * @throws IllegalStateException when none of the configured secrets opens it, or it was changed
   */
  byte[] open(String paperNo, byte[] sealed) {
    GeneralSecurityException last = null;
    for (byte[] key : keys.accepted(PURPOSE, VERSION)) {
      try {
        return cipher(Cipher.DECRYPT_MODE, key, sealed, paperNo)
            .doFinal(sealed, NONCE, sealed.length - NONCE);
      } catch (GeneralSecurityException otherKey) {
        last = otherKey;
      }
    }
    throw new IllegalStateException("the file of paper " + paperNo + " does not open", last);
  }

  /**
   * @param nonce its first bytes count
   */
  private static Cipher cipher(int mode, byte[] key, byte[] nonce, String paperNo)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(TRANSFORMATION);
    cipher.init(
        mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE));
    cipher.updateAAD(paperNo.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
