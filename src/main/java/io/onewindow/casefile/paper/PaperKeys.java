package io.onewindow.casefile.paper;

import io.onewindow.problem.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * The secret behind signatures and query codes. It comes from configuration; the demo profile makes
 * one of its own beside the database and every paper says so.
 */
@Component
@NamedInterface("keys")
public class PaperKeys {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST = 32;
  private static final String PREFIX = "onewindow.paper";
  private static final String FORM = "应为至少 32 字节的 Base64，例如 openssl rand -base64 32 的输出。";
  private static final String DEMO_FILE = "demo-paper.key";

  private final List<byte[]> secrets = new ArrayList<>();
  private final boolean demo;

  PaperKeys(
      PaperSettings settings,
      @Value("${onewindow.data-dir}") Path dataDirectory,
      Environment environment) {
    List<String> refusals = refusals(settings, environment);
    if (!refusals.isEmpty()) {
      throw new StartRefused(refusals);
    }
    demo = settings.signingKey().isBlank();
    secrets.add(
        demo ? demoSecret(dataDirectory.resolve(DEMO_FILE)) : decoded(settings.signingKey()));
    settings.earlierSigningKeys().forEach(earlier -> secrets.add(decoded(earlier)));
  }

  /**
   * What is wrong with the secrets that these settings name, for a check before anything is
   * started: one Chinese line each, without the secret.
   */
  public static List<String> refusals(Environment environment) {
    return refusals(Binder.get(environment).bindOrCreate(PREFIX, PaperSettings.class), environment);
  }

  private static List<String> refusals(PaperSettings settings, Environment environment) {
    List<String> refusals = new ArrayList<>();
    if (!settings.signingKey().isBlank()) {
      if (!isFit(settings.signingKey())) {
        refusals.add(PREFIX + ".signing-key：文书签名密钥" + FORM);
      }
    } else if (!environment.acceptsProfiles(Profiles.of("demo"))) {
      refusals.add(
          PREFIX
              + ".signing-key：未设置文书签名密钥（ONEWINDOW_PAPER_SIGNINGKEY）；"
              + "请以 openssl rand -base64 32 生成并妥善保管。");
    }
    if (!settings.earlierSigningKeys().stream().allMatch(PaperKeys::isFit)) {
      refusals.add(PREFIX + ".earlier-signing-keys：以前的文书签名密钥均" + FORM);
    }
    return refusals;
  }

  /** Whether the secret is only good for a demonstration. */
  boolean isDemo() {
    return demo;
  }

  /**
   * @param purpose keeps what is signed for one use from being passed off for another
   */
  public byte[] sign(String purpose, String text) {
    return mac(secrets.get(0), purpose, text);
  }

  /** What {@link #sign} answers now and answered under each earlier secret. */
  public List<byte[]> accepted(String purpose, String text) {
    return secrets.stream().map(secret -> mac(secret, purpose, text)).toList();
  }

  private static byte[] mac(byte[] secret, String purpose, String text) {
    return mac(mac(secret, purpose), text);
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static boolean isFit(String key) {
    return decoded(key).length >= SHORTEST;
  }

  /** Empty if it is no Base64. */
  private static byte[] decoded(String key) {
    try {
      return Base64.getDecoder().decode(key.strip());
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  /** Written beside its place and moved, so that nobody ever reads half a key. */
  private static byte[] demoSecret(Path file) {
    try {
      if (Files.notExists(file)) {
        byte[] secret = new byte[SHORTEST];
        new SecureRandom().nextBytes(secret);
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path written = Files.createTempFile(folder, DEMO_FILE, null);
        Files.writeString(written, Base64.getEncoder().encodeToString(secret));
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      }
      String kept = Files.readString(file);
      if (!isFit(kept)) {
        throw new StartRefused(file + "：演示用的文书签名密钥已损坏，" + FORM);
      }
      return decoded(kept);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(file.toString(), unwritable);
    }
  }
}
