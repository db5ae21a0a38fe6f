package io.onewindow.calendar.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.calendar.WorkCalendar;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three machines, each in a time zone of its own from its first instruction on. */
class ZoneDigestTest {

  private static final List<String> ZONES = List.of("UTC", "Asia/Shanghai", "America/New_York");

  @Test
  void isTheSameOnMachinesAroundTheWorld() throws Exception {
    List<Process> machines = new ArrayList<>();
    for (String zone : ZONES) {
      machines.add(machine(zone));
    }
    List<String> digests = new ArrayList<>();
    for (int i = 0; i < ZONES.size(); i++) {
      String said = said(machines.get(i));
      String heading = ZONES.get(i) + " " + ZoneDigest.DEADLINES + " ";
      assertThat(said).startsWith(heading);
      digests.add(said.substring(heading.length()));
    }
    assertThat(digests).allMatch(digest -> digest.matches("[0-9a-f]{64}"));
    assertThat(digests).containsOnly(digests.get(0));
  }

  private static Process machine(String zone) throws IOException, URISyntaxException {
    String classPath = home(WorkCalendar.class) + File.pathSeparator + home(ZoneDigest.class);
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Duser.timezone=" + zone,
            "-cp",
            classPath,
            ZoneDigest.class.getName())
        .redirectErrorStream(true)
        .start();
  }

  private static String said(Process machine) throws IOException, InterruptedException {
    String said = new String(machine.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(machine.waitFor()).as(said).isZero();
    return said.strip();
  }

  private static Path home(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
