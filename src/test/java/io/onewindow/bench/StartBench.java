package io.onewindow.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.sun.management.OperatingSystemMXBean;
import io.onewindow.OneWindowApplication;
import io.onewindow.database.Postgres;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Measures what it takes to start, on an empty database and once more on the same, and how much
 * memory is in use then: the starter's default engine, which serves no pages, and the whole
 * product. Each start has a virtual machine of its own. See bench/start.md.
 */
public final class StartBench {

  private static final String STOCK = "default engine";
  private static final String PRODUCT = "product";

  private StartBench() {}

  /**
   * @param args none; the virtual machines that this one starts are told what to start and the
   *     address of the database
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 2) {
      start(args[0], args[1]);
      System.exit(0);
    }
    for (String who : List.of(STOCK, PRODUCT)) {
      String url = Postgres.newDatabase();
      for (String when : List.of("empty", "again")) {
        System.out.printf("| %s | %s |", who, when);
        System.out.flush();
        run(who, url);
      }
    }
    System.exit(0);
  }

  private static void run(String who, String url) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    int code =
        new ProcessBuilder(
                java,
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                StartBench.class.getName(),
                who,
                url)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(new File("target/start-bench.log"))
            .start()
            .waitFor();
    if (code != 0) {
      throw new IllegalStateException(who + " ended with " + code);
    }
  }

  private static void start(String who, String url) throws IOException {
    if (who.equals(PRODUCT)) {
      new SpringApplicationBuilder(OneWindowApplication.class)
          .profiles("demo")
          .run(
              "--spring.datasource.url=" + url,
              "--spring.datasource.username=" + Postgres.USER,
              "--onewindow.data-dir=target/bench-data",
              "--server.port=0",
              "--spring.main.banner-mode=off",
              "--logging.level.root=OFF");
    } else {
      ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
      StockEngine.start(url);
    }
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
    double cpu = system.getProcessCpuTime() / 1e9;
    long resident = resident();
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    System.out.printf(
        Locale.ROOT, " %.1f | %.1f | %d | %d |%n", seconds, cpu, resident >> 10, heap);
  }

  /** What of this process stands in memory, in KiB; Linux. */
  private static long resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
