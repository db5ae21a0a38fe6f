package io.onewindow.casefile.paper;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What papers are signed with, who issues them and where they lead.
 *
 * @param signingKey secret of at least 32 bytes in Base64; only the demo profile can do without
 * @param earlierSigningKeys secrets used before; what was signed with them still verifies
 * @param publicAddress where applicants reach this system, e.g. {@code https://hall.example};
 *     printed on papers
 * @param issuers group of the department that issues a service's papers, or {@code role:} and a
 *     role of {@code acting.csv}, by service; {@code default} for those not named
 * @param noLicences services that are no administrative licences: their papers do not rest on 行政许可法
 * @param verificationsPerMinute how often one address may ask whether a paper is genuine; our own
 *     default
 */
@ConfigurationProperties("onewindow.paper")
record PaperSettings(
    @DefaultValue("") String signingKey,
    @DefaultValue List<String> earlierSigningKeys,
    @DefaultValue("http://localhost:8080") String publicAddress,
    @DefaultValue Map<String, String> issuers,
    @DefaultValue List<String> noLicences,
    @DefaultValue("60") int verificationsPerMinute) {

  private static final String DEFAULT = "default";

  String issuer(String service) {
    return issuers.getOrDefault(service, issuers.getOrDefault(DEFAULT, "approval"));
  }

  Grounds grounds(String service) {
    return noLicences.contains(service) ? Grounds.SERVICE : Grounds.LICENCE;
  }
}
