package io.onewindow.casefile.paper;

import io.onewindow.engine.SealedTexts;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * Keeps what only this system may read: a copy of the database opens none of it. AES-GCM under a
 * key of its own for each purpose, derived from the secret that signs papers; the place where
 * something is kept is bound to it, so that two sealed things cannot be exchanged. What was sealed
 * under an earlier secret still opens.
 */
@Component
@NamedInterface("keys")
public class Vault implements SealedTexts {

  /** What a sealed text begins with; a text without it is from before texts were sealed. */
  private static final String SEALED = "ow1:";

  private static final String PURPOSE = "onewindow ";
  private static final String VERSION = "v1";
  private static final String TRANSFORMATION = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final String TEXT = "confidential text";

  /** Found once: to look through all providers costs more than to seal a text. */
  private static final Provider PROVIDER = provider();

  private final SecureRandom random = new SecureRandom();
  private final Map<String, byte[]> sealingKeys = new ConcurrentHashMap<>();
  private final PaperKeys keys;

  Vault(PaperKeys keys) {
    this.keys = keys;
  }

  /**
   * @param purpose what kind of thing it is; each kind has a key of its own
   * @param place where it is kept, e.g. the number of a paper; needed again to open it
   */
  public byte[] seal(String purpose, String place, byte[] plain) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] key = sealingKeys.computeIfAbsent(purpose, kind -> keys.sign(PURPOSE + kind, VERSION));
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, place).doFinal(plain);
      return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * @throws IllegalStateException when none of the configured secrets opens it, or it was changed
   */
  public byte[] open(String purpose, String place, byte[] sealed) {
    if (sealed.length < NONCE) {
      throw new IllegalStateException("what is kept as " + place + " was never sealed");
    }
    GeneralSecurityException last = null;
    for (byte[] key : keys.accepted(PURPOSE + purpose, VERSION)) {
      try {
        return cipher(Cipher.DECRYPT_MODE, key, sealed, place)
            .doFinal(sealed, NONCE, sealed.length - NONCE);
      } catch (GeneralSecurityException otherKey) {
        last = otherKey;
      }
    }
    throw new IllegalStateException("what is kept as " + place + " does not open", last);
  }

  @Override
  public String seal(String place, String plain) {
    return plain == null
        ? null
        : SEALED
            + Base64.getEncoder()
                .encodeToString(seal(TEXT, place, plain.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public String open(String place, String stored) {
    return stored == null || !stored.startsWith(SEALED)
        ? stored
        : new String(
            open(TEXT, place, Base64.getDecoder().decode(stored.substring(SEALED.length()))),
            StandardCharsets.UTF_8);
  }

  private static Provider provider() {
    try {
      return Cipher.getInstance(TRANSFORMATION).getProvider();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * @param nonce its first bytes count
   */
  private static Cipher cipher(int mode, byte[] key, byte[] nonce, String place)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(TRANSFORMATION, PROVIDER);
    cipher.init(
        mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
