package io.onewindow.casefile.confidential;

import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.engine.ConfidentialVariable;
import io.onewindow.engine.EngineBeans;
import io.onewindow.engine.EngineSettings;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginResource;

/** What a browser needs to keep somebody's unfinished forms from everybody else. */
public class DraftsResource extends AbstractTasklistPluginResource {

  /**
   * @param person whose drafts these keys open
   * @param keys to be held in memory only; see {@link DraftKeys#of}
   * @param confidential fields that are kept nowhere where nothing can be sealed
   */
  public record Keeping(String person, List<String> keys, List<String> confidential) {}

  public DraftsResource(String engineName) {
    super(engineName);
  }

  /** Nobody gets another person's keys: whose they are is the session's word. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Keeping keeping() {
    String person =
        EngineBeans.find(getProcessEngine(), Callers.class).current().map(Caller::id).orElseThrow();
    List<String> keys = EngineBeans.find(getProcessEngine(), DraftKeys.class).of(person);
    List<String> confidential =
        EngineBeans.find(getProcessEngine(), EngineSettings.class).confidentialVariables().stream()
            .map(ConfidentialVariable::name)
            .toList();
    return new Keeping(person, keys, confidential);
  }
}
