package io.onewindow.access;

import io.onewindow.face.Endpoint;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which endpoint a row asks. */
final class AskedEndpoints {

  private record Mapping(Endpoint endpoint, PathPattern pattern) {}

  private final List<Mapping> mappings;

  AskedEndpoints(Collection<Endpoint> endpoints) {
    mappings =
        endpoints.stream()
            .map(one -> new Mapping(one, PathPatternParser.defaultInstance.parse(one.path())))
            .toList();
  }

  /** Those that none of the rows asks, in an order that is the same each time. */
  Set<String> without(Collection<AccessRow> rows) {
    Set<Endpoint> asked =
        rows.stream().map(this::endpoint).flatMap(Optional::stream).collect(Collectors.toSet());
    Set<String> left = new TreeSet<>();
    mappings.stream()
        .map(Mapping::endpoint)
        .filter(one -> !asked.contains(one))
        .forEach(one -> left.add(one.toString()));
    return left;
  }

  /** The one that answers where several would fit: that whose path says the most. */
  private Optional<Endpoint> endpoint(AccessRow row) {
    PathContainer path = PathContainer.parsePath(row.path().replaceAll("\\?.*|[{}]", ""));
    return mappings.stream()
        .filter(one -> one.endpoint().method().equals(row.verb()))
        .filter(one -> one.pattern().matches(path))
        .min(Comparator.comparing(Mapping::pattern, PathPattern.SPECIFICITY_COMPARATOR))
        .map(Mapping::endpoint);
  }
}
