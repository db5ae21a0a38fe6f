package io.onewindow.commandline;

import io.onewindow.department.FirstAdministrator;
import io.onewindow.problem.Problem;
import java.io.PrintStream;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

/** {@code create-schema}: creates or updates the tables for all nodes, and the administrator. */
final class CreateSchema implements Command {

  private static final String ID = "onewindow.administrator.id";
  private static final String PASSWORD = "onewindow.administrator.password";

  /** Our own default, not a rule of any standard. */
  private static final int SHORTEST_PASSWORD = 10;

  @Override
  public String name() {
    return "create-schema";
  }

  @Override
  public String usage() {
    return """
    用法：java -jar onewindow.jar create-schema
          [--onewindow.administrator.id=<工号>] [--spring.datasource.url=<jdbc:postgresql://…>]
      在 PostgreSQL 上建立或升级全部表、用户组和辖区；首次启动节点之前、每次升级之前执行一次，可以重复执行
      数据库由 SPRING_DATASOURCE_URL、SPRING_DATASOURCE_USERNAME、SPRING_DATASOURCE_PASSWORD 指定
      尚无管理员时，须设置 ONEWINDOW_ADMINISTRATOR_ID 和 ONEWINDOW_ADMINISTRATOR_PASSWORD
      退出码：0 已完成；1 被拒绝或失败；2 用法不对
    """
        .stripTrailing();
  }

  /** Demo people must not come in by this door when no profile is named. */
  @Override
  public List<String> settings() {
    return List.of(
        "--spring.profiles.default=prod",
        "--camunda.bpm.database.schema-update=true",
        // who waits for another command says so
        "--logging.level.io.onewindow.production=warn",
        // an index on many rows takes its time, and another connection holds the lock meanwhile
        "--spring.datasource.hikari.data-source-properties.options=");
  }

  @Override
  public Work prepare(Options options) {
    return (application, out) -> run(application.get(), out);
  }

  private static void run(ApplicationContext application, PrintStream out) {
    String ours = application.getBean(Flyway.class).info().current().getVersion().toString();
    out.println("表结构已是最新：流程引擎的表，本系统的表（第 " + ours + " 版），用户组和辖区。");
    FirstAdministrator administrator = application.getBean(FirstAdministrator.class);
    if (administrator.exists()) {
      out.println("已有管理员。");
      return;
    }
    Environment settings = application.getEnvironment();
    if ("platform".equals(settings.getProperty("onewindow.sign-in.by"))) {
      out.println("人员在统一身份认证平台登录：用户组声明中有 camunda-admin 的就是管理员，不另建账号。");
      return;
    }
    String id = settings.getProperty(ID, "");
    String password = settings.getProperty(PASSWORD, "");
    check(id, password);
    try {
      administrator.create(id, password);
    } catch (Problem weak) {
      throw new CommandRefused(PASSWORD + "：" + weak.getMessage());
    }
    out.println("已建立管理员 " + id + "。请从环境中删去 ONEWINDOW_ADMINISTRATOR_PASSWORD。");
  }

  private static void check(String id, String password) {
    if (!id.matches("[a-zA-Z0-9]+")) {
      throw new CommandRefused(ID + "：尚无管理员，请设置其工号（字母和数字，ONEWINDOW_ADMINISTRATOR_ID）后再执行一次。");
    }
    if (password.length() < SHORTEST_PASSWORD || password.contains(id)) {
      throw new CommandRefused(
          PASSWORD
              + "：首个管理员的密码应不少于 "
              + SHORTEST_PASSWORD
              + " 个字符且不含工号（ONEWINDOW_ADMINISTRATOR_PASSWORD）。");
    }
  }
}
