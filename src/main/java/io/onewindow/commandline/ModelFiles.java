package io.onewindow.commandline;

import io.onewindow.simulation.model.ModelSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Models beside a file, and those the product ships with; a file is named as what is in it. */
final class ModelFiles implements ModelSource {

  private final Path folder;

  /**
   * @param model beside which to look first; null for the shipped ones alone
   */
  ModelFiles(Path model) {
    this.folder = model == null ? null : model.getParent();
  }

  /**
   * @throws CommandRefused when no such service is shipped
   */
  byte[] service(String id) {
    if (!id.matches("[a-z0-9-]+")) {
      throw new CommandRefused("没有事项“" + id + "”。");
    }
    return shipped("processes", id + ".bpmn")
        .orElseThrow(() -> new CommandRefused("没有事项“" + id + "”。"));
  }

  @Override
  public Optional<byte[]> process(String id) {
    return find("processes", id + ".bpmn");
  }

  @Override
  public Optional<byte[]> decision(String id) {
    return find("processes", id + ".dmn");
  }

  @Override
  public Optional<byte[]> form(String id) {
    return find("forms", id + ".form");
  }

  private Optional<byte[]> find(String where, String file) {
    if (!file.matches("[\\w.-]+")) {
      return Optional.empty();
    }
    Path beside = folder == null ? null : folder.resolve(file);
    return beside != null && Files.isRegularFile(beside)
        ? Optional.of(read(beside))
        : shipped(where, file);
  }

  private static Optional<byte[]> shipped(String where, String file) {
    try {
      Resource[] found =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:" + where + "/**/" + file);
      return found.length == 0 ? Optional.empty() : Optional.of(found[0].getContentAsByteArray());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new CommandRefused("读不到文件 " + file + "。");
    }
  }
}
