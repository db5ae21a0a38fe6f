package io.onewindow.engine;

import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.context.ApplicationContext;

/**
 * Takes a name in a model for a bean before it looks for a variable of that name: no variable can
 * stand in for a bean, and a model that only calls beans has no variables read.
 */
final class BeansFirst extends SpringExpressionManager {

  BeansFirst(ApplicationContext context, ModelBeans beans) {
    super(context, beans);
  }

  @Override
  protected ELResolver createElResolver() {
    CompositeELResolver all = new CompositeELResolver();
    all.add(new ReadOnlyMapELResolver(beans));
    all.add(super.createElResolver());
    return all;
  }
}
