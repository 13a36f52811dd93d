package io.blendify.fetcher.chaos;

import io.blendify.fetcher.chaos.Trouble.Edge;
import io.blendify.fetcher.chaos.Trouble.Kind;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * PostgreSQL's driver below the pool, where connections break, transactions fail and processes die:
 * {@code jdbc:chaos:postgresql://…}.
 */
public final class ChaosDriver implements Driver {

  static final String PREFIX = "jdbc:chaos:";

  @Override
  public Connection connect(String url, Properties properties) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    var real = DriverManager.getConnection("jdbc:" + url.substring(PREFIX.length()), properties);
    return proxy(Connection.class, (method, arguments) -> onConnection(real, method, arguments));
  }

  private static Object onConnection(Connection real, Method method, Object[] arguments)
      throws Throwable {
    var worker = Worker.here();
    return switch (method.getName()) {
      case "prepareStatement" -> {
        var statement = (PreparedStatement) invoke(real, method, arguments);
        yield proxy(PreparedStatement.class, (m, a) -> onStatement(real, statement, m, a));
      }
      case "createStatement" -> {
        var statement = (Statement) invoke(real, method, arguments);
        yield proxy(Statement.class, (m, a) -> onStatement(real, statement, m, a));
      }
      case "commit" ->
          worker == null
              ? invoke(real, method, arguments)
              : troubled(worker, Edge.COMMIT, real, real, method, arguments);
      case "rollback", "setAutoCommit" -> {
        if (worker != null && worker.isDead()) {
          real.abort(Runnable::run);
          yield null;
        }
        yield invoke(real, method, arguments);
      }
      default -> invoke(real, method, arguments);
    };
  }

  private static Object onStatement(
      Connection real, Statement statement, Method method, Object[] arguments) throws Throwable {
    var worker = Worker.here();
    return worker != null && method.getName().startsWith("execute")
        ? troubled(worker, Edge.STATEMENT, real, statement, method, arguments)
        : invoke(statement, method, arguments);
  }

  private static Object troubled(
      Worker worker, Edge edge, Connection real, Object on, Method method, Object[] arguments)
      throws Throwable {
    var trouble = worker.cross(edge);
    if (trouble == Kind.KILLED_BEFORE) {
      throw worker.die();
    }
    if (trouble == Kind.CUT_BEFORE) {
      throw cut(real);
    }
    if (trouble == Kind.SERIALIZATION) {
      throw new SQLException("could not serialize access due to concurrent update", "40001");
    }
    var answer = invoke(on, method, arguments);
    if (trouble == Kind.KILLED_AFTER) {
      throw worker.die();
    }
    if (trouble == Kind.CUT_AFTER) {
      throw cut(real);
    }
    return answer;
  }

  private static SQLException cut(Connection real) throws SQLException {
    real.abort(Runnable::run);
    return new SQLException("An I/O error occurred while sending to the backend.", "08006");
  }

  private interface Handler {
    Object handle(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Handler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            ChaosDriver.class.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> handler.handle(method, arguments)));
  }

  private static Object invoke(Object on, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith(PREFIX);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }
}
