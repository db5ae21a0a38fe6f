package io.onewindow.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.context.ApplicationContext;

/** Fences the engine in: visible beans, tenants, stored expressions, serialisation. */
final class OneWindowEnginePlugin extends AbstractProcessEnginePlugin {

  /** Beside those the engine allows by itself, such as ArrayList and LinkedHashMap. */
  private static final String PLAIN_COLLECTIONS =
      "java.util.Collections$EmptyList,java.util.Collections$EmptyMap,"
          + "java.util.ImmutableCollections$ListN,java.util.ImmutableCollections$List12";

  private final LeanEngine lean = new LeanEngine();
  private final ApplicationContext context;
  private final EngineSettings settings;
  private final AccountSettings accounts;

  OneWindowEnginePlugin(
      ApplicationContext context, EngineSettings settings, AccountSettings accounts) {
    this.context = context;
    this.settings = settings;
    this.accounts = accounts;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    ModelBeans beans = new ModelBeans(context, settings.modelBeans());
    ((SpringProcessEngineConfiguration) configuration).setBeans(beans);
    configuration.setExpressionManager(new BeansFirst(context, beans));
    configuration.setResourceAuthorizationProvider(new NoTaskGrants());
    configuration.setCustomSessionFactories(
        List.of(
            new OwnSession(AuthorizationManager.class, TaskRights::new),
            new OwnSession(TaskManager.class, OfferedTasks::new),
            new OwnSession(DeploymentManager.class, KeptDeployments::new),
            new OwnSession(OperationNotes.class, this::operationNotes)));
    configuration.setTenantIdProvider(new JurisdictionOfInstance());
    configuration.setEnableExpressionsInAdhocQueries(false);
    configuration.setEnableExpressionsInStoredQueries(false);
    configuration.setCustomPreDeployers(
        List.of(
            new CheckingDeployer(
                () -> context.getBeansOfType(DeploymentCheck.class).values().stream())));
    configuration.setCustomPreBPMNParseListeners(
        List.of(new ChecksFirst(() -> context.getBean(CompletionCheck.class))));
    // a refusal is an answer, not an error: PlainErrorFilter logs what is one
    configuration.setEnableCmdExceptionLogging(false);
    configuration.setCustomPreCommandInterceptorsTxRequired(
        List.of(
            new FailureInterceptor(),
            new ChangedTables(),
            new CompletedTogether(),
            new ReleaseRole(configuration::getIdentityService),
            new ClearedBySystem(configuration::getIdentityService)));
    // a task ends by being completed, never by an error that no model catches
    configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
    // what a caller sends as an object is read only as one of the plain types of lists and maps
    configuration.setDeserializationTypeValidationEnabled(true);
    configuration.setDeserializationAllowedClasses(PLAIN_COLLECTIONS);
    configuration.setDefaultSerializationFormat("application/json");
    keepAccounts(configuration);
    lean.preInit(configuration);
    // it knows no case that is kept for a lawsuit; cases are cleared by Retention
    configuration.setHistoryCleanupEnabled(false);
    configuration
        .getCustomHistoryEventHandlers()
        .add(new WatchedHistory(() -> context.getBean(Touches.class)));
  }

  private OperationNotes operationNotes() {
    return new OperationNotes(
        context::publishEvent,
        new ChangedVariables(
            settings.confidentialVariables(), () -> context.getBean(SealedTexts.class)));
  }

  private void keepAccounts(ProcessEngineConfigurationImpl configuration) {
    PasswordHash hash = new PasswordHash(accounts.hashStrength());
    configuration.setPasswordEncryptor(hash);
    configuration.setEnablePasswordPolicy(accounts.passwordRules());
    configuration.setIdentityProviderSessionFactory(KeptAccounts.factory(hash));
    configuration.setIdentityService(new SignInService(accounts, context));
  }

  @Override
  public void postInit(ProcessEngineConfigurationImpl configuration) {
    EngineTables.require(configuration);
    ConfidentialText.replace(
        configuration.getVariableSerializers(),
        settings.confidentialVariables().stream()
            .map(ConfidentialVariable::name)
            .collect(Collectors.toSet()),
        () -> context.getBean(SealedTexts.class));
    configuration
        .getVariableSerializers()
        .addSerializer(
            new PlainObjects(configuration.getDeserializationTypeValidator()::validate), 0);
    OwnStatements.add(configuration, "task-list.xml");
    lean.postInit(configuration);
  }

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    lean.postProcessEngineBuild(engine);
  }
}
