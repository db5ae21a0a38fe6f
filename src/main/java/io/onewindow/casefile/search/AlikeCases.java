package io.onewindow.casefile.search;

import io.onewindow.casefile.CaseParty;
import io.onewindow.casefile.search.KeyedHash.Kind;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How many other cases of a service, in the same jurisdiction, have had their result issued to the
 * same person or at the same place. The answer comes from indexes and stops counting at the number
 * asked about, however many cases there are.
 */
@Repository
public class AlikeCases {

  /**
   * Among which cases.
   *
   * @param except receipt number of the case that asks
   */
  public record Among(String jurisdiction, String service, String except) {}

  private static final String ISSUED =
      """
       and c.jurisdiction = :jurisdiction and c.service = :service and c.receipt_no <> :except
       and exists (select 1 from ow_case_party r
         where r.receipt_no = c.receipt_no and r.role = 'RESULT')
       fetch first :many rows only
      """;

  private final JdbcClient jdbc;
  private final KeyedHash hash;

  AlikeCases(JdbcClient jdbc, KeyedHash hash) {
    this.jdbc = jdbc;
    this.hash = hash;
  }

  /** Whether at least {@code many} results were issued with that person in that role. */
  public boolean issuedTo(Among among, CaseParty.Role role, String code, int many) {
    return jdbc.sql(
                "select distinct c.receipt_no from ow_case_party p"
                    + " join ow_case c on c.receipt_no = p.receipt_no"
                    + " where p.id_hash in (:hashes) and p.role = :role"
                    + ISSUED)
            .param("hashes", hash.known(Kind.CODE, code))
            .param("role", role.name())
            .param("jurisdiction", among.jurisdiction())
            .param("service", among.service())
            .param("except", among.except())
            .param("many", many)
            .query(String.class)
            .list()
            .size()
        >= many;
  }

  /** Whether at least {@code many} results were issued at that place. */
  public boolean issuedAt(Among among, String place, int many) {
    List<String> found =
        jdbc.sql("select c.receipt_no from ow_case c where c.place_hash in (:hashes)" + ISSUED)
            .param("hashes", hash.known(Kind.PLACE, place))
            .param("jurisdiction", among.jurisdiction())
            .param("service", among.service())
            .param("except", among.except())
            .param("many", many)
            .query(String.class)
            .list();
    return found.size() >= many;
  }
}
