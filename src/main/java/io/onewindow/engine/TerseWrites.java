package io.onewindow.engine;

import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * The engine's unit of work, which does not write out every row in words for the case that it has
 * no id, and forgets what it knows of models when one is changed.
 */
final class TerseWrites extends DbEntityManager {

  private static final Set<Class<?>> MODELS =
      Set.of(
          ProcessDefinitionEntity.class, DecisionDefinitionEntity.class, JobDefinitionEntity.class);

  private final FreshModels fresh;
  private int writes;

  TerseWrites(IdGenerator ids, FreshModels fresh) {
    super(ids, Context.getCommandContext().getSession(PersistenceSession.class));
    this.fresh = fresh;
  }

  @Override
  protected void validateId(DbEntity row) {
    Objects.requireNonNull(row.getId(), () -> "no id: " + row);
  }

  /** How often rows were sent to the database so far: what was read before may have changed. */
  int writes() {
    return writes;
  }

  @Override
  public void flush() {
    writes++;
    super.flush();
  }

  @Override
  public void update(Class<? extends DbEntity> type, String statement, Object parameter) {
    changes(type);
    super.update(type, statement, parameter);
  }

  @Override
  public void delete(Class<? extends DbEntity> type, String statement, Object parameter) {
    changes(type);
    super.delete(type, statement, parameter);
  }

  @Override
  protected void flushCachedEntity(CachedDbEntity row) {
    if (MODELS.contains(row.getEntity().getClass()) && row.isDirty()) {
      fresh.forget();
    }
    super.flushCachedEntity(row);
  }

  private void changes(Class<? extends DbEntity> type) {
    if (MODELS.contains(type)) {
      fresh.forget();
    }
  }
}
