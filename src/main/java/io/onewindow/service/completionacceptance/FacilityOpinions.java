package io.onewindow.service.completionacceptance;

import io.onewindow.service.realestatefiling.AcceptedFacilities;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the departments said of a development's public facilities when they took part in its joint
 * acceptance; written in the engine's own transaction.
 */
@Repository
class FacilityOpinions implements AcceptedFacilities {

  private final JdbcClient jdbc;

  FacilityOpinions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Every facility has passed, with or without items to be completed, or there is no opinion. */
  void add(DelegateExecution theCase, String opinionNo) {
    Matter.all()
        .filter(matter -> theCase.getVariable(matter.opinion()) != null)
        .flatMap(matter -> matter.facility().stream())
        .forEach(
            facility ->
                jdbc.sql("insert into ow_accepted_facility (opinion_no, facility) values (?, ?)")
                    .params(opinionNo, facility)
                    .update());
  }

  @Override
  public Set<String> accepted(String opinionNo) {
    return jdbc
        .sql("select facility from ow_accepted_facility where opinion_no = ?")
        .param(opinionNo)
        .query(String.class)
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }
}
