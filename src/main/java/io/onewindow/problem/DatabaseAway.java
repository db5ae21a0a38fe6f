package io.onewindow.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.springframework.transaction.TransactionSystemException;

/**
 * Failures that lie with the database or the way to it, not with what was asked: waiting helps,
 * asking differently does not. Whether a change whose answer was lost has taken effect nobody knows
 * then, and the sentence says so.
 */
public final class DatabaseAway {

  private static final String UNREACHABLE =
      "系统暂时连不上数据库，或者过于繁忙，请稍候再试。如果刚才是在提交办理，请先刷新看看是否已经办成，没有办成的再提交一次。";

  private static final String FULL =
      "数据库的磁盘已满，暂时只能查看、不能办理，刚才的提交没有生效。请告知运维人员，腾出空间后再提交一次；您填写的内容请先不要关闭。";

  /** Connection exceptions, SQL:2016. */
  private static final String CONNECTION = "08";

  private static final String DISK_FULL = "53100";

  /**
   * PostgreSQL, Appendix A: shut down by the administrator, by a crash, not up yet, ended while
   * idle in a transaction, too many connections, and a standby that takes no writes.
   */
  private static final Set<String> OF_THE_SERVER =
      Set.of("57P01", "57P02", "57P03", "25P03", "53300", "25006");

  /** H2: the connection is broken, the database is closed, is being closed. */
  private static final Set<String> OF_THE_FILE = Set.of("90067", "90098", "90121");

  private DatabaseAway() {}

  /** What to tell whoever asked, or null when the failure is another. */
  public static Problem in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (hasLostItsConnection(cause)) {
        return Problem.of(503, "database-away", UNREACHABLE);
      }
      if (cause instanceof SQLException sql) {
        if (DISK_FULL.equals(sql.getSQLState())) {
          return Problem.of(503, "database-full", FULL);
        }
        if (isAway(sql)) {
          return Problem.of(503, "database-away", UNREACHABLE);
        }
      }
    }
    return null;
  }

  /** The pool has closed it already, so that there was none to end the transaction with. */
  private static boolean hasLostItsConnection(Throwable failure) {
    return failure instanceof TransactionSystemException
        && failure.getCause() instanceof SQLException closed
        && closed.getSQLState() == null;
  }

  private static boolean isAway(SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    return failure instanceof SQLTransientConnectionException
        || failure instanceof SQLNonTransientConnectionException
        || failure instanceof SQLRecoverableException
        || state.startsWith(CONNECTION)
        || OF_THE_SERVER.contains(state)
        || OF_THE_FILE.contains(state);
  }
}
