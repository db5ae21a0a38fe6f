package io.onewindow.laboratory;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Finished experiments, one file each below {@code data-dir/laboratory} of the node that ran them:
 * the same file that is shared. Only so many are kept of each person, and for so long.
 */
@Component
class Archive {

  static final String FORMAT = "onewindow-experiment";

  private static final String SUFFIX = ".json";

  private final ObjectMapper json = new ObjectMapper();
  private final Path folder;
  private final LaboratorySettings settings;
  private final Clock clock;

  Archive(
      @Value("${onewindow.data-dir}") Path dataDirectory,
      LaboratorySettings settings,
      Clock clock) {
    this.folder = dataDirectory.resolve("laboratory");
    this.settings = settings;
    this.clock = clock;
  }

  /** Keeps a result; either whole or not at all. */
  void put(Run run, ObjectNode result) {
    Experiment experiment = run.experiment();
    ObjectNode file = json.createObjectNode();
    file.putObject("head")
        .put("format", FORMAT)
        .put("version", 1)
        .put("kind", experiment.kind())
        .put("name", experiment.name())
        .put("service", experiment.service())
        .put("serviceName", experiment.serviceName())
        .put("createdAt", run.createdAt().toString());
    file.set("scenario", experiment.given());
    file.set("result", result);
    Path place = place(run.owner());
    Path draft = place.resolve(run.id() + ".part");
    try {
      Files.createDirectories(place);
      Files.write(draft, json.writeValueAsBytes(file));
      Files.move(draft, place.resolve(run.id() + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    prune(run.owner());
  }

  /** The newest first. */
  List<Entry> list(String owner) {
    prune(owner);
    return entries(owner);
  }

  private List<Entry> entries(String owner) {
    Path place = place(owner);
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(place)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .flatMap(file -> entry(file).stream())
          .sorted(Comparator.comparing(Entry::createdAt).reversed())
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  Optional<Entry> entry(String owner, String id) {
    return entry(file(owner, id));
  }

  Optional<byte[]> file(Entry entry, String owner) {
    try {
      return Optional.of(Files.readAllBytes(file(owner, entry.id())));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Whether there was one. */
  boolean delete(String owner, String id) {
    try {
      return Files.deleteIfExists(file(owner, id));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private void prune(String owner) {
    OffsetDateTime oldest = OffsetDateTime.now(clock).minus(settings.keptFor());
    List<Entry> all = entries(owner);
    for (int i = 0; i < all.size(); i++) {
      if (i >= settings.kept() || all.get(i).createdAt().isBefore(oldest)) {
        delete(owner, all.get(i).id());
      }
    }
  }

  /** Reads the head alone: what follows is large. Empty when the file is gone. */
  private Optional<Entry> entry(Path file) {
    try (JsonParser parser = json.createParser(file.toFile())) {
      parser.nextToken();
      parser.nextToken();
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      JsonNode head = parser.readValueAsTree();
      String name = file.getFileName().toString();
      return Optional.of(
          Entry.finished(
              name.substring(0, name.length() - SUFFIX.length()),
              head.path("kind").asText(),
              head.path("name").asText(),
              head.path("service").asText(),
              head.path("serviceName").asText(),
              OffsetDateTime.parse(head.path("createdAt").asText())));
    } catch (java.io.FileNotFoundException gone) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Path file(String owner, String id) {
    return place(owner).resolve(id + SUFFIX);
  }

  /** Whatever a user id holds, it names one folder and nothing outside. */
  private Path place(String owner) {
    return folder.resolve(HexFormat.of().formatHex(owner.getBytes(StandardCharsets.UTF_8)));
  }
}
