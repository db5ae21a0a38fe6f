package io.onewindow.commandline;

import io.onewindow.calendar.CalendarFileException;
import io.onewindow.problem.Problem;
import io.onewindow.problem.StartRefused;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Runs the commands of the jar. Ends with 0 when done, 1 when refused or failed, 2 on wrong use.
 */
public final class CommandLine {

  private static final int DONE = 0;
  private static final int REFUSED = 1;
  private static final int WRONG_USE = 2;

  private static final String DATABASE = "spring.datasource.url";
  private static final String POSTGRESQL = "jdbc:postgresql:";

  /** H2: another process has the database file open. */
  private static final int DATABASE_IN_USE = 90020;

  /** A new command finds its place here. */
  private static final List<Command> COMMANDS =
      List.of(
          new CreateSchema(),
          new LoadCalendar(),
          new Simulate(),
          new ExportLog(),
          new RebuildFigures(),
          new VerifyAudit(),
          new ExportAudit());

  /** Settings may still be given on the command line; these are only what a command needs. */
  private static final String[] QUIET = {
    "camunda.bpm.job-execution.enabled=false",
    // a command must not bring models of its own version into a running system
    "camunda.bpm.auto-deployment-enabled=false",
    // it ends before it could re-date running cases
    "onewindow.redating.unattended=false",
    "onewindow.figures.unattended=false",
    "onewindow.audit.unattended=false",
    // the database it is given may be another than the demonstration's
    "onewindow.demo.people=false",
    // the engine's HTTP interface insists on a web server
    "spring.autoconfigure.exclude="
        + "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration",
    "logging.level.root=off"
  };

  private final Class<?> application;
  private final PrintStream out;

  public CommandLine(Class<?> application) {
    this(application, new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset()));
  }

  CommandLine(Class<?> application, PrintStream out) {
    this.application = application;
    this.out = out;
  }

  /** Whether the arguments name a command instead of starting the server. */
  public static boolean isCommand(String[] args) {
    return args.length > 0 && !args[0].startsWith("--");
  }

  /** Exit code of the process. */
  public int run(String... args) {
    List<Command> named = COMMANDS.stream().filter(one -> one.name().equals(args[0])).toList();
    if (named.isEmpty()) {
      out.println("没有“" + args[0] + "”这个命令。");
      COMMANDS.forEach(one -> out.println(one.usage()));
      return WRONG_USE;
    }
    Command command = named.get(0);
    // silent until an application, if one starts, says what is to be logged
    LoggingSystem.get(CommandLine.class.getClassLoader()).beforeInitialize();
    try {
      Options options = Options.parse(Arrays.asList(args).subList(1, args.length), command);
      run(command.prepare(options), settings(command, options));
      return DONE;
    } catch (WrongUse wrong) {
      out.println(wrong.getMessage() + "。");
      out.println(command.usage());
      return WRONG_USE;
    } catch (RuntimeException failed) {
      out.println(reason(failed));
      return REFUSED;
    }
  }

  private void run(Command.Work work, String[] settings) {
    SpringApplicationBuilder builder =
        new SpringApplicationBuilder(application)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .properties(QUIET);
    AtomicReference<ConfigurableApplicationContext> started = new AtomicReference<>();
    try {
      work.run(() -> started.updateAndGet(one -> one == null ? builder.run(settings) : one), out);
    } finally {
      if (started.get() != null) {
        started.get().close();
      }
    }
  }

  private static String[] settings(Command command, Options options) {
    return Stream.of(options.settings(), profile(options.settings()), command.settings())
        .flatMap(List::stream)
        .distinct()
        .toArray(String[]::new);
  }

  /** Where no profile is named: real cases lie in PostgreSQL, the demonstration's in H2. */
  private static List<String> profile(List<String> settings) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new SimpleCommandLinePropertySource(settings.toArray(String[]::new)));
    return environment.getProperty(DATABASE, "").startsWith(POSTGRESQL)
        ? List.of("--spring.profiles.default=prod")
        : List.of();
  }

  private static String reason(RuntimeException failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getErrorCode() == DATABASE_IN_USE) {
        return "数据库文件正被占用：服务正在运行。请在网页上办理，或先停止服务再执行命令。没有任何改动。";
      }
      if (cause instanceof CommandRefused
          || cause instanceof StartRefused
          || cause instanceof CalendarFileException) {
        return cause.getMessage();
      }
    }
    Problem problem = Problem.in(failed);
    return problem != null ? problem.getMessage() : "命令没有完成：\n" + causes(failed);
  }

  private static String causes(Throwable failed) {
    return Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
        .map(Throwable::toString)
        .collect(Collectors.joining("\n"));
  }

  /** The terminal's own encoding where it can show Chinese, otherwise UTF-8. */
  private static Charset charset() {
    Charset terminal = Charset.defaultCharset();
    return terminal.newEncoder().canEncode('中') ? terminal : StandardCharsets.UTF_8;
  }
}
