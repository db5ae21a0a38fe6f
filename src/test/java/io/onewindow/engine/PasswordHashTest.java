package io.onewindow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashTest {

  private static final int QUICK = 4;
  private static final String LONG = "x".repeat(200);

  private final PasswordHash hash = new PasswordHash(QUICK);

  @Test
  void isBcryptAndNeverTheSameTwice() {
    String first = hash.encrypt("Tr8-window-pass");
    assertThat(first).startsWith("$2a$04$").isNotEqualTo(hash.encrypt("Tr8-window-pass"));
    assertThat(hash.check("Tr8-window-pass", first)).isTrue();
    assertThat(hash.check("tr8-window-pass", first)).isFalse();
  }

  @Test
  void readsAPasswordToItsEndHoweverLong() {
    String stored = hash.encrypt(LONG + "a");
    assertThat(hash.check(LONG + "a", stored)).isTrue();
    assertThat(hash.check(LONG + "b", stored)).isFalse();
  }

  @Test
  void knowsOnlyWhatItHasFoundRight() {
    String stored = hash.encrypt("right");
    assertThat(hash.knows("right", "{BCRYPT}" + stored)).isFalse();
    hash.check("wrong", stored);
    assertThat(hash.knows("wrong", "{BCRYPT}" + stored)).isFalse();
    hash.check("right", stored);
    assertThat(hash.knows("right", "{BCRYPT}" + stored)).isTrue();
    assertThat(hash.knows("right", "{BCRYPT}" + hash.encrypt("right"))).isFalse();
    assertThat(new PasswordHash(QUICK).knows("right", "{BCRYPT}" + stored)).isFalse();
  }

  @Test
  void tellsWhatWasStoredByAnOlderWay() {
    assertThat(hash.isCurrent("{BCRYPT}" + hash.encrypt("x"))).isTrue();
    assertThat(hash.isCurrent("{BCRYPT}" + new PasswordHash(QUICK + 1).encrypt("x"))).isFalse();
    assertThat(hash.isCurrent("{SHA-512}abc")).isFalse();
  }
}
