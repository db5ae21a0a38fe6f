package io.onewindow.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdDocumentTest {

  @ParameterizedTest
  @CsvSource({
    "resident, 371522199003070006, true",
    "resident, 371522199003070007, false",
    "resident, 371522900307001, false",
    "hong-kong-macao, H12345678, true",
    "hong-kong-macao, M1234567, false",
    "hong-kong-macao, h12345678, false",
    "taiwan, 12345678, true",
    "taiwan, 1234567, false",
    "passport, E12345678, true",
    "passport, E123, false",
    "foreign-resident, USA123456789012, true",
    "foreign-resident, US1234567890123, false"
  })
  void aNumberFitsItsOwnDocumentOnly(String type, String number, boolean valid) {
    assertThat(IdDocument.of(type).orElseThrow().isValid(number)).isEqualTo(valid);
  }

  @Test
  void aFormThatDoesNotAskMeansTheResidentsCard() {
    assertThat(IdDocument.of(null)).contains(IdDocument.RESIDENT);
    assertThat(IdDocument.of(" ")).contains(IdDocument.RESIDENT);
    assertThat(IdDocument.of("library-card")).isEmpty();
  }
}
