package io.onewindow.engine;

import io.onewindow.problem.Problem;
import jakarta.ws.rs.core.FeatureContext;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;
import org.glassfish.jersey.server.internal.process.MappableException;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;

/**
 * Remembers why a request of the REST interface or the web applications failed before it came to
 * the engine, so that its answer can be put into words. Found by Jersey as a service: the web
 * applications let nobody else add to them.
 */
public final class RestFailures implements ForcedAutoDiscoverable {

  @Override
  public void configure(FeatureContext context) {
    if (!context.getConfiguration().isRegistered(Listener.class)) {
      context.register(Listener.class);
    }
  }

  /** Made by Jersey. */
  public static final class Listener implements ApplicationEventListener {

    /** Such as a form that was sent as something else. */
    private static final String BEFORE_THE_WORK = "Exception obtaining parameters";

    @Override
    public void onEvent(ApplicationEvent event) {
      // only requests are listened to
    }

    @Override
    public RequestEventListener onRequest(RequestEvent request) {
      return event -> {
        if (event.getType() == RequestEvent.Type.ON_EXCEPTION
            && FailureInterceptor.last() == null
            && within(event.getException()) instanceof RuntimeException failure) {
          FailureInterceptor.remember(failure);
        }
      };
    }

    /** What Jersey and the engine's interface have put into wrappings of their own. */
    private static Throwable within(Throwable failure) {
      if (failure instanceof MappableException && BEFORE_THE_WORK.equals(failure.getMessage())) {
        return Problem.badRequest("request-malformed", "请求的格式或参数有误，系统未作任何更改。");
      }
      boolean isWrapped = failure instanceof MappableException || failure instanceof RestException;
      return isWrapped && failure.getCause() != null ? within(failure.getCause()) : failure;
    }
  }
}
