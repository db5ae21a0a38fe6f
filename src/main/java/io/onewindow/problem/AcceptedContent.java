package io.onewindow.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Whoever changes something is answered in the one kind of content there is, whatever they accept:
 * that it is not acceptable would be found only after the work is done, and a refusal would deny
 * it.
 */
@Configuration(proxyBeanMethods = false)
class AcceptedContent implements WebMvcConfigurer {

  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final ContentNegotiationStrategy byHeader = new HeaderContentNegotiationStrategy();

  @Override
  public void configureContentNegotiation(ContentNegotiationConfigurer content) {
    content.strategies(List.of(this::accepted));
  }

  // a method and no bean of its type: Spring Security looks for the only one there is
  private List<MediaType> accepted(NativeWebRequest request) {
    String method = request.getNativeRequest(HttpServletRequest.class).getMethod();
    try {
      return READING.contains(method)
          ? byHeader.resolveMediaTypes(request)
          : ContentNegotiationStrategy.MEDIA_TYPE_ALL_LIST;
    } catch (HttpMediaTypeNotAcceptableException malformed) {
      // with a header that nobody can read not even a refusal could be answered
      return ContentNegotiationStrategy.MEDIA_TYPE_ALL_LIST;
    }
  }
}
