package io.onewindow.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Incident;

/**
 * Keeps incidents of failed jobs as the engine does, but for every job that goes the engine asks
 * the database which incidents go with it; the job's execution knows already when it has none.
 */
final class FailedJobs extends DefaultIncidentHandler {

  FailedJobs() {
    super(Incident.FAILED_JOB_HANDLER_TYPE);
  }

  @Override
  protected void removeIncident(IncidentContext job, boolean resolved) {
    if (mayHaveIncidents(job)) {
      super.removeIncident(job, resolved);
    }
  }

  private static boolean mayHaveIncidents(IncidentContext job) {
    if (job.getExecutionId() == null) {
      return true;
    }
    ExecutionEntity execution =
        Context.getCommandContext()
            .getDbEntityManager()
            .getCachedEntity(ExecutionEntity.class, job.getExecutionId());
    return execution == null || !execution.getIncidents().isEmpty();
  }
}
