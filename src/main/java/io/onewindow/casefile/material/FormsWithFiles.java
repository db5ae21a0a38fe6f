package io.onewindow.casefile.material;

import io.onewindow.problem.Problem;
import io.onewindow.problem.ProblemTranslator;
import jakarta.servlet.MultipartConfigElement;
import java.util.Optional;
import org.springframework.boot.web.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/**
 * What an applicant sends is a form with one file in it; it may be as large as a file may be, and
 * what is larger is refused before it is read.
 */
@Configuration
class FormsWithFiles {

  /** Of what stands around the file. */
  private static final DataSize AROUND = DataSize.ofMegabytes(1);

  @Bean
  static MultipartConfigElement multipartConfigElement(MaterialSettings settings) {
    DataSize most = DataSize.ofBytes(settings.largestFile().toBytes() + AROUND.toBytes());
    MultipartConfigFactory factory = new MultipartConfigFactory();
    factory.setMaxFileSize(most);
    factory.setMaxRequestSize(most);
    return factory.createMultipartConfig();
  }

  @Bean
  static ProblemTranslator formTooLarge(MaterialSettings settings) {
    return failure ->
        failure instanceof MaxUploadSizeExceededException
            ? Optional.of(StagedFile.tooLarge(settings.largestFile()))
            : Optional.<Problem>empty();
  }
}
