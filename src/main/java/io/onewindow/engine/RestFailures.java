package io.onewindow.engine;

import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;
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

    @Override
    public void onEvent(ApplicationEvent event) {
      // only requests are listened to
    }

    @Override
    public RequestEventListener onRequest(RequestEvent request) {
      return event -> {
        if (event.getType() == RequestEvent.Type.ON_EXCEPTION
            && FailureInterceptor.last() == null
            && event.getException() instanceof RuntimeException failure) {
          FailureInterceptor.remember(failure);
        }
      };
    }
  }
}
