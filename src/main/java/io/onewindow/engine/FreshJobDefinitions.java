package io.onewindow.engine;

import java.util.Optional;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;

/** Tells what is said of the timers of an element without a question for each of them. */
final class FreshJobDefinitions extends JobDefinitionManager {

  private final FreshModels fresh;

  FreshJobDefinitions(FreshModels fresh) {
    this.fresh = fresh;
  }

  @Override
  public JobDefinitionEntity findById(String id) {
    if (getDbEntityManager().getCachedEntity(JobDefinitionEntity.class, id) == null) {
      Optional<JobDefinitionEntity> known = fresh.job(id);
      if (known.isPresent()) {
        getDbEntityManager().getDbEntityCache().putPersistent(known.get());
        return known.get();
      }
    }
    JobDefinitionEntity read = super.findById(id);
    if (read != null) {
      fresh.wasRead(read);
    }
    return read;
  }
}
