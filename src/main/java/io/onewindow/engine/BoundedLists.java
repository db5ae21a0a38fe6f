package io.onewindow.engine;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets no list of the engine's grow with the hall: it reads and answers everything there is to
 * whoever does not say how much. Who says nothing gets the longest list there may be and, where
 * that is full, the address of what follows; who wants more is refused. The engine's own limit
 * would refuse its screens' lists, and what the application itself asks in a person's name.
 */
final class BoundedLists extends OncePerRequestFilter {

  private static final String HOW_MANY = "maxResults";
  private static final String FROM = "firstResult";

  /** The engine reads both from the address, also of a query that is posted. */
  private static final Set<String> ASKING = Set.of("GET", "HEAD", "POST");

  /** Our own lists have pages of their own. */
  private static final Pattern OWN_PLUGIN =
      Pattern.compile("^/camunda/api/[a-z]+/plugin/onewindow");

  /** The engine itself gives and takes no longer list of its measurements. */
  private static final String METRICS = "/metrics";

  private static final int LONGEST_OF_METRICS = 200;

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private final ObjectMapper json;
  private final int longest;

  BoundedLists(ObjectMapper json, int longest) {
    this.json = json;
    this.longest = longest;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !ASKING.contains(request.getMethod())
        || OWN_PLUGIN.matcher(request.getRequestURI()).find();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    List<Parameter> asked = Parameter.of(request.getQueryString());
    List<Parameter> wanted = asked.stream().filter(one -> one.is(HOW_MANY)).toList();
    int longest = longest(request);
    wanted.forEach(one -> check(one, longest));
    if (!wanted.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    var held = new HeldJsonResponse(response);
    chain.doFilter(new BoundedRequest(request, with(asked, HOW_MANY, longest)), held);
    byte[] body = held.body();
    if (body.length > 0) {
      if (entries(body) == longest) {
        String next = request.getRequestURI() + "?" + next(asked, longest);
        response.setHeader(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
      }
      response.getOutputStream().write(body);
    }
  }

  private int longest(HttpServletRequest request) {
    boolean metrics = request.getRequestURI().endsWith(METRICS);
    return metrics ? Math.min(longest, LONGEST_OF_METRICS) : longest;
  }

  private static void check(Parameter wanted, int longest) {
    if (wanted.number() < 0 || wanted.number() > longest) {
      var field = new Problem.Field(HOW_MANY, HOW_MANY, "应为 0 至 " + longest + " 的整数");
      throw Problem.badField("too-many-results", field, field + "；更多的请用 firstResult 分批查询。");
    }
  }

  /** Of a list; none of anything else. */
  private int entries(byte[] body) {
    int entries = 0;
    try (JsonParser parser = json.createParser(body)) {
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          parser.skipChildren();
          entries++;
        }
      }
    } catch (IOException file) {
      // of an applicant, who may call anything JSON; all of it is at hand, nothing else can fail
      return 0;
    }
    return entries;
  }

  private static String next(List<Parameter> asked, int longest) {
    int from =
        asked.stream()
            .filter(one -> one.is(FROM))
            .mapToInt(Parameter::number)
            .findFirst()
            .orElse(0);
    List<Parameter> rest = asked.stream().filter(one -> !one.is(FROM)).toList();
    return with(rest, FROM, Math.max(0, from) + longest) + "&" + HOW_MANY + "=" + longest;
  }

  private static String with(List<Parameter> asked, String name, int number) {
    return Stream.concat(asked.stream().map(Parameter::text), Stream.of(name + "=" + number))
        .collect(Collectors.joining("&"));
  }

  /**
   * A parameter as it stands in an address.
   *
   * @param text still encoded
   */
  private record Parameter(String text) {

    static List<Parameter> of(String query) {
      return Arrays.stream(query == null ? new String[0] : query.split("&"))
          .filter(text -> !text.isEmpty())
          .map(Parameter::new)
          .toList();
    }

    boolean is(String name) {
      return name.equals(part(0));
    }

    /** Negative for anything but a whole number. */
    int number() {
      String value = part(1);
      return NUMBER.matcher(value).matches() ? Integer.parseInt(value) : -1;
    }

    private String part(int which) {
      String[] parts = text.split("=", 2);
      return which < parts.length ? decoded(parts[which]) : "";
    }

    /** As it stands where it encodes nothing: no number, and refused by whoever reads it next. */
    private static String decoded(String part) {
      try {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
      } catch (IllegalArgumentException malformed) {
        return part;
      }
    }
  }

  /** Says how much it wants. */
  private static final class BoundedRequest extends HttpServletRequestWrapper {

    private final String query;

    BoundedRequest(HttpServletRequest request, String query) {
      super(request);
      this.query = query;
    }

    @Override
    public String getQueryString() {
      return query;
    }
  }
}
