package io.onewindow.casefile.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class PaperSignaturesTest {

  private static final String SAFE = "paper safe";
  private static final String KEY = "dGhlIHNlY3JldCBvZiBhIHRlc3QsIG9mIG5vIHVzZSB0byBhbnlib2R5";
  private static final String OTHER = "YW5vdGhlciBzZWNyZXQgb2YgYSB0ZXN0LCBhbHNvIG9mIG5vIHVzZSE=";
  private static final String NUMBER = "370921202609150000015-S1";
  private static final String DIGEST = Digest.of("what the paper says");

  private final PaperSettings settings = settings(KEY, List.of());
  private final PaperSignatures signatures = new PaperSignatures(keys(settings), settings);

  @Test
  void holdForThePaperTheyWereMadeForOnly() {
    String signature = signatures.of(NUMBER, DIGEST);
    assertThat(signature).matches("[\\w-]{22}");
    assertThat(signatures.address(NUMBER, DIGEST))
        .isEqualTo("https://hall.example/verify/" + NUMBER + "?s=" + signature);
    assertThat(signatures.matches(NUMBER, DIGEST, signature)).isTrue();
    assertThat(signatures.matches("370921202609150000015-S2", DIGEST, signature)).isFalse();
    assertThat(signatures.matches(NUMBER, Digest.of("something else"), signature)).isFalse();
  }

  @Test
  void doNotHoldWhenAnyCharacterIsAnother() {
    String signature = signatures.of(NUMBER, DIGEST);
    for (int i = 0; i < signature.length(); i++) {
      char other = signature.charAt(i) == 'A' ? 'B' : 'A';
      String forged = signature.substring(0, i) + other + signature.substring(i + 1);
      assertThat(signatures.matches(NUMBER, DIGEST, forged)).as(forged).isFalse();
    }
    for (String forged :
        new String[] {null, "", signature + "A", signature.substring(1), "x".repeat(1_000_000)}) {
      assertThat(signatures.matches(NUMBER, DIGEST, forged)).isFalse();
    }
  }

  @Test
  void holdAfterTheSecretWasRenewed() {
    PaperSettings renewed = settings(OTHER, List.of(KEY));
    PaperSignatures now = new PaperSignatures(keys(renewed), renewed);
    assertThat(now.matches(NUMBER, DIGEST, signatures.of(NUMBER, DIGEST))).isTrue();
    assertThat(signatures.matches(NUMBER, DIGEST, now.of(NUMBER, DIGEST))).isFalse();
    byte[] sealed = new Vault(keys(settings)).seal(SAFE, NUMBER, new byte[] {1, 2, 3});
    assertThat(new Vault(keys(renewed)).open(SAFE, NUMBER, sealed)).containsExactly(1, 2, 3);
  }

  @Test
  void safeOpensForItsOwnPaperAndSecretOnly() {
    Vault safe = new Vault(keys(settings));
    byte[] sealed = safe.seal(SAFE, NUMBER, new byte[] {1, 2, 3});
    assertThat(safe.open(SAFE, NUMBER, sealed)).containsExactly(1, 2, 3);
    assertThatThrownBy(() -> safe.open(SAFE, "370921202609150000015-S2", sealed))
        .isInstanceOf(IllegalStateException.class);
    Vault foreign = new Vault(keys(settings(OTHER, List.of())));
    assertThatThrownBy(() -> foreign.open(SAFE, NUMBER, sealed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> safe.open("another purpose", NUMBER, sealed))
        .isInstanceOf(IllegalStateException.class);
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> safe.open(SAFE, NUMBER, sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void sealedTextsNeverLookTheSameAndOldOnesStayReadable() {
    Vault vault = new Vault(keys(settings));
    String stored = vault.seal("phone", "13800000000");
    assertThat(stored).doesNotContain("1380").isNotEqualTo(vault.seal("phone", "13800000000"));
    assertThat(vault.open("phone", stored)).isEqualTo("13800000000");
    assertThat(vault.open("phone", "13800000000")).isEqualTo("13800000000");
    assertThat(vault.seal("phone", null)).isNull();
    assertThat(vault.open("phone", (String) null)).isNull();
    assertThatThrownBy(() -> vault.open("e-mail", stored))
        .isInstanceOf(IllegalStateException.class);
  }

  private static PaperKeys keys(PaperSettings settings) {
    return new PaperKeys(settings, Path.of("unused"), new MockEnvironment());
  }

  private static PaperSettings settings(String key, List<String> earlier) {
    return new PaperSettings(key, earlier, "https://hall.example/", Map.of(), List.of(), 60);
  }
}
