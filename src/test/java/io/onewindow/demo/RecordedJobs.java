package io.onewindow.demo;

import io.onewindow.engine.DueJobs;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Writes down which timers of cases fire, and what that and other jobs cost. */
final class RecordedJobs implements BeanPostProcessor, BeanFactoryAware {

  private BeanFactory beans;

  @Override
  public void setBeanFactory(BeanFactory factory) {
    this.beans = factory;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (!(bean instanceof DueJobs)) {
      return bean;
    }
    ProxyFactory recorded = new ProxyFactory(bean);
    recorded.setProxyTargetClass(true);
    recorded.addAdvice((MethodInterceptor) this::called);
    return recorded.getProxy();
  }

  private Object called(MethodInvocation call) throws Throwable {
    if (!(call.getMethod().getName().equals("fire")
        && call.getArguments()[0] instanceof DueJobs.Due due)) {
      return call.proceed();
    }
    JobEntity job =
        (JobEntity)
            beans.getBean(ManagementService.class).createJobQuery().jobId(due.id()).singleResult();
    DueJobs jobs = (DueJobs) call.getThis();
    beans.getBean(Effort.class).of(() -> jobs.fire(due));
    Score score = beans.getBean(Score.class);
    String receiptNo = score.receipts().get(job.getProcessInstanceId());
    if (job instanceof TimerEntity && receiptNo != null) {
      score
          .acts()
          .add(
              new Score.Fire(
                  receiptNo, job.getProcessDefinitionKey(), job.getJobHandlerConfigurationRaw()));
    }
    return null;
  }
}
