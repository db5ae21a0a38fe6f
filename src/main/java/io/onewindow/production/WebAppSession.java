package io.onewindow.production;

import jakarta.servlet.http.HttpSession;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import org.springframework.util.SerializationUtils;

/**
 * Writes who is signed in only when it has changed. The web applications write it at the end of
 * every request; a slow one that began before the person signed out would sign the person in again,
 * and each would cost a statement.
 */
final class WebAppSession {

  /** Under this name the web applications keep who is signed in. */
  private static final String SIGNED_IN = "authenticatedUser";

  private final HttpSession session;
  private byte[] known;

  private WebAppSession(HttpSession session) {
    this.session = session;
  }

  static HttpSession fit(HttpSession session) {
    WebAppSession fitted = new WebAppSession(session);
    return (HttpSession)
        Proxy.newProxyInstance(
            HttpSession.class.getClassLoader(),
            new Class<?>[] {HttpSession.class},
            (proxy, method, arguments) -> fitted.call(method, arguments));
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    boolean signedIn = arguments != null && SIGNED_IN.equals(arguments[0]);
    if (signedIn && method.getName().equals("setAttribute")) {
      byte[] now = SerializationUtils.serialize(arguments[1]);
      if (Arrays.equals(now, known)) {
        return null;
      }
      known = now;
    }
    Object answer = onSession(method, arguments);
    if (signedIn && method.getName().equals("getAttribute")) {
      known = SerializationUtils.serialize(answer);
    }
    return answer;
  }

  private Object onSession(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(session, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }
}
